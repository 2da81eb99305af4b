// The one policy by which text may become elements, or an address a script: the server's Content-Security-Policy asks for it, and names it
// alone (`trusted-types default`). What it does not let through throws, whoever passed it.
//
// Views make elements one by one and set text; only of parts that never change Leptos makes a template by `innerHTML`: in this app an
// ornament of the sheet's legend, a rule, a key's name. What is let through is made of words that can neither load nor run anything, so
// that it does not matter who wrote it. A view that comes to need another word fails tests/e2e/templates.spec.mjs until it stands here.
const ELEMENT = "(?:b|br|code|dd|div|dl|dt|em|h[1-6]|hr|i|kbd|li|ol|p|small|span|strong|table|tbody|td|tfoot|th|thead|tr|ul|wbr)";
const ATTRIBUTE = '(?:class|role|scope|lang|dir|hidden|colspan|rowspan|aria-[a-z]+)(?:="[\\w -]*")?';
const HARMLESS = new RegExp(`^(?:<${ELEMENT}(?: ${ATTRIBUTE})* ?/?>|</${ELEMENT}>|[^<>&])*$`);

/** The service worker, and the worker for files. */
const OURS = /^\/(?:sw|assets\/exchange-[0-9a-f]+)\.js$/;

window.trustedTypes?.createPolicy("default", {
  createHTML: (html) => (HARMLESS.test(html) ? html : null),
  createScriptURL(address) {
    const { origin, pathname } = new URL(address, location.href);
    return origin === location.origin && OURS.test(pathname) ? address : null;
  },
});
