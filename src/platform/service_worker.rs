//! The service worker, seen from the page: a new version announces itself, waits, and takes over when asked.
//!
//! The worker (`scripts/sw.js`) never takes over by itself. [`register`] reports that a version waits; when
//! everything typed is written and nothing is being presented, the app calls [`apply_update`], and every page
//! reloads at most once. The first installation reloads nothing.
//!
//! Another tab may accept the update. Then this tab still runs the old version on top of the new worker,
//! which no longer keeps the old files: that too is reported as an update, and [`apply_update`] only reloads.

use std::{cell::Cell, rc::Rc};

use js_sys::{Object, Reflect};
use wasm_bindgen::{JsCast, JsValue, closure::Closure};
use wasm_bindgen_futures::{JsFuture, spawn_local};
use web_sys::{
    EventTarget, RegistrationOptions, ServiceWorkerContainer, ServiceWorkerRegistration, ServiceWorkerState,
    ServiceWorkerUpdateViaCache, VisibilityState, Window,
};

const SCRIPT: &str = "/sw.js";
const HOUR_IN_MILLISECONDS: i32 = 60 * 60 * 1000;

thread_local! {
    /// The registration, once there is one.
    static REGISTRATION: Cell<Option<ServiceWorkerRegistration>> = const { Cell::new(None) };
    /// This page asked for the update, so the change of worker is its sign to reload.
    static ASKED: Cell<bool> = const { Cell::new(false) };
    /// Another page's update has put a newer worker in charge here.
    static TAKEN_OVER: Cell<bool> = const { Cell::new(false) };
    /// The reload has been ordered: it is ordered once.
    static RELOADING: Cell<bool> = const { Cell::new(false) };
}

/// Registers the service worker and keeps looking for new versions: when the page is shown again, and hourly.
///
/// `on_update` is called whenever a new version is ready to take over, possibly more than once. Without service workers
/// (a private window, an old browser, plain http) nothing happens: the app runs, but not offline.
pub fn register(on_update: impl Fn() + 'static) {
    let Some((window, container)) = container() else { return };
    let on_update: Rc<dyn Fn()> = Rc::new(on_update);
    watch_controller(&container, &on_update);
    after_load(&window.clone(), move || {
        spawn_local(start(window.clone(), container.clone(), Rc::clone(&on_update)))
    });
}

async fn start(window: Window, container: ServiceWorkerContainer, on_update: Rc<dyn Fn()>) {
    let options = RegistrationOptions::new();
    // The browser's cache is never asked whether there is a new version.
    options.set_update_via_cache(ServiceWorkerUpdateViaCache::None);
    let registering = container.register_with_options(SCRIPT, &options);
    let registration = match JsFuture::from(registering).await {
        // Where something stands between (a browser steered by a test), nothing may come back.
        Ok(value) => match value.dyn_into::<ServiceWorkerRegistration>() {
            Ok(registration) => registration,
            Err(_) => return,
        },
        Err(error) => {
            web_sys::console::warn_2(&"Service worker not registered".into(), &error);
            return;
        }
    };
    watch_registration(&registration, &on_update);
    check_now_and_then(&window, &registration);
    REGISTRATION.set(Some(registration));
}

/// The worker fetches the whole app to keep it: that must not slow down what a person waits for.
fn after_load(window: &Window, begin: impl Fn() + 'static) {
    let is_loaded = window
        .document()
        .is_some_and(|document| document.ready_state() == "complete");
    if is_loaded {
        begin();
    } else {
        listen(window, "load", begin);
    }
}

/// Lets the waiting version take over and reloads this page once when it has.
///
/// The caller makes sure first that everything typed is written.
pub fn apply_update() {
    ASKED.set(true);
    let waiting = with_registration(|registration| registration.waiting()).flatten();
    let Some(worker) = waiting.filter(|_| !TAKEN_OVER.get()) else {
        // Another tab was quicker: the new worker is in charge already. The registration may learn of it later than the page.
        reload_once();
        return;
    };
    let message = Object::new();
    if Reflect::set(&message, &"type".into(), &"SKIP_WAITING".into()).is_ok() {
        // The reload follows in `watch_controller`.
        if let Err(error) = worker.post_message(&message) {
            web_sys::console::warn_2(&"The update could not be applied".into(), &error);
        }
    }
}

/// Asks the server for a new version now. `on_update` of [`register`] says if there is one.
pub fn check_for_update() {
    with_registration(update_quietly);
}

fn container() -> Option<(Window, ServiceWorkerContainer)> {
    let window = web_sys::window()?;
    let navigator = window.navigator();
    // On plain http the property is missing altogether.
    let supported = Reflect::has(&navigator, &"serviceWorker".into()).unwrap_or(false);
    supported.then(|| (window, navigator.service_worker()))
}

/// Reports a version that waits already, one that is being installed, and every later one.
fn watch_registration(registration: &ServiceWorkerRegistration, on_update: &Rc<dyn Fn()>) {
    if registration.waiting().is_some() && registration.active().is_some() {
        on_update();
    }
    watch_installing(registration, on_update);
    let (watched, on_update) = (registration.clone(), Rc::clone(on_update));
    listen(registration, "updatefound", move || {
        watch_installing(&watched, &on_update)
    });
}

fn watch_installing(registration: &ServiceWorkerRegistration, on_update: &Rc<dyn Fn()>) {
    let Some(worker) = registration.installing() else {
        return;
    };
    let (state_of, registration, on_update) = (worker.clone(), registration.clone(), Rc::clone(on_update));
    listen(&worker, "statechange", move || {
        // Without an active worker this is the first installation: nothing is replaced.
        if state_of.state() == ServiceWorkerState::Installed && registration.active().is_some() {
            on_update();
        }
    });
}

/// Reloads this page when the update it asked for took over; reports one that another tab asked for.
fn watch_controller(container: &ServiceWorkerContainer, on_update: &Rc<dyn Fn()>) {
    let had_controller = Cell::new(container.controller().is_some());
    let on_update = Rc::clone(on_update);
    listen(container, "controllerchange", move || {
        let is_first_installation = !had_controller.replace(true);
        if ASKED.get() {
            reload_once();
        } else if !is_first_installation {
            TAKEN_OVER.set(true);
            on_update();
        }
    });
}

fn check_now_and_then(window: &Window, registration: &ServiceWorkerRegistration) {
    if let Some(document) = window.document() {
        let (shown, registration) = (document.clone(), registration.clone());
        listen(&document, "visibilitychange", move || {
            if shown.visibility_state() == VisibilityState::Visible {
                update_quietly(&registration);
            }
        });
    }
    let registration = registration.clone();
    let hourly = Closure::<dyn Fn()>::new(move || update_quietly(&registration));
    let callback = hourly.as_ref().unchecked_ref();
    let timer = window.set_interval_with_callback_and_timeout_and_arguments_0(callback, HOUR_IN_MILLISECONDS);
    if timer.is_ok() {
        hourly.forget();
    }
}

/// Looks for a new version. No network is the usual case here, not an error.
fn update_quietly(registration: &ServiceWorkerRegistration) {
    if let Ok(promise) = registration.update() {
        spawn_local(async move {
            let _: Result<JsValue, JsValue> = JsFuture::from(promise).await;
        });
    }
}

fn reload_once() {
    if RELOADING.replace(true) {
        return;
    }
    if let Some(window) = web_sys::window()
        && let Err(error) = window.location().reload()
    {
        web_sys::console::warn_2(&"The page could not be reloaded".into(), &error);
    }
}

fn with_registration<T>(look: impl FnOnce(&ServiceWorkerRegistration) -> T) -> Option<T> {
    REGISTRATION.with(|cell| {
        let registration = cell.take()?;
        let seen = look(&registration);
        cell.set(Some(registration));
        Some(seen)
    })
}

/// Listens for as long as the page lives: everything watched here lives as long.
fn listen(target: &EventTarget, event: &str, handler: impl Fn() + 'static) {
    let closure = Closure::<dyn Fn()>::new(handler);
    if target
        .add_event_listener_with_callback(event, closure.as_ref().unchecked_ref())
        .is_ok()
    {
        closure.forget();
    }
}
