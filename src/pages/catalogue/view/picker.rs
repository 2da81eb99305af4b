//! The picker of a side of an indicator or a rule: what is chosen, a search, and what it finds. Only counts that exist.

use crate::i18n::catalogue::{CATALOGUE, more};
use crate::model::text::Lang;
use crate::pages::catalogue::pick::{Pick, picks, search};
use crate::state::lens::Lens;
use crate::state::preferences::{use_lang, use_words};
use crate::ui::button::IconButton;
use crate::ui::field::TextField;
use crate::ui::icon::IconName;
use leptos::prelude::*;
use std::sync::Arc;

/// How many results are shown at once.
const SHOWN: usize = 8;

/// How many before anything is typed: enough to see what there is, and the other side of a rule stays in view.
const SHOWN_UNASKED: usize = 3;

/// All there is to pick.
pub fn all_picks(lens: Lens) -> Arc<Vec<Pick>> {
    use crate::model::text::Text;
    let name = |of: fn(&crate::i18n::catalogue::CataloguePage) -> &'static str| {
        Text::new(of(CATALOGUE.in_lang(Lang::Vi)), of(CATALOGUE.in_lang(Lang::En)))
    };
    Arc::new(lens.catalogue(|catalogue| picks(catalogue, [name(|w| w.grassroots), name(|w| w.mass)])))
}

/// The picker.
#[component]
pub fn Picker(
    /// What is picked.
    #[prop(into)]
    label: Signal<String>,
    /// All there is.
    picks: Arc<Vec<Pick>>,
    /// What is chosen, by key.
    chosen: RwSignal<Vec<String>>,
    /// The form whose counts come first.
    #[prop(into)]
    near: Signal<Option<String>>,
    /// What is wrong and what to do.
    #[prop(into)]
    error: Signal<Option<String>>,
) -> impl IntoView {
    let w = use_words(&CATALOGUE);
    let lang = use_lang();
    let query = RwSignal::new(String::new());
    let all = StoredValue::new(picks);
    let picked = move || {
        let keys = chosen.get();
        all.with_value(|all| {
            let of = |key: &String| all.iter().find(|pick| pick.key == *key).cloned();
            keys.iter().filter_map(of).collect::<Vec<Pick>>()
        })
    };
    let found = Memo::new(move |_| {
        let (query, keys, near) = (query.get(), chosen.get(), near.get());
        if query.trim().is_empty() && !keys.is_empty() {
            return (Vec::new(), 0);
        }
        all.with_value(|all| {
            let shown = if query.trim().is_empty() { SHOWN_UNASKED } else { SHOWN };
            let (found, more) = search(all, &query, near.as_deref(), shown);
            let found = found.into_iter().filter(|pick| !keys.contains(&pick.key));
            (found.cloned().collect::<Vec<Pick>>(), more)
        })
    });
    let chip = move |pick: Pick| {
        let key = pick.key.clone();
        let take_out = move || chosen.update(|keys| keys.retain(|of| *of != key));
        let name = pick.label.clone();
        view! {
            <li class="picker__chosen">
                <span>{words(&pick, lang())}</span>
                <IconButton
                    icon=IconName::Close
                    label=Signal::derive(move || format!("{}: {}", w().take_out, name.in_lang(lang())))
                    on_press=take_out
                />
            </li>
        }
    };
    let result = move |pick: Pick| {
        let key = pick.key.clone();
        let choose = move |_| {
            chosen.update(|keys| keys.push(key.clone()));
            query.set(String::new());
        };
        view! {
            <li>
                <button type="button" class="picker__result" on:click=choose>
                    {words(&pick, lang())}
                </button>
            </li>
        }
    };
    view! {
        <fieldset
            class="field-group picker"
            data-wrong=move || error.with(Option::is_some).then_some("")
        >
            <legend>{label}</legend>
            {move || {
                let picked = picked();
                match picked.is_empty() {
                    true => view! { <p class="muted">{w().nothing_picked}</p> }.into_any(),
                    false => view! { <ul class="picker__list">{picked.into_iter().map(chip).collect_view()}</ul> }.into_any(),
                }
            }}
            <TextField
                label=Signal::derive(move || format!("{}: {}", w().search, label.get()))
                value=query
                on_change=move |typed: String| query.set(typed)
                search=true
                placeholder=Signal::derive(move || w().search.to_owned())
            />
            {move || {
                let (found, rest) = found.get();
                let none = found.is_empty() && !query.with(|query| query.trim().is_empty());
                view! {
                    <ul class="picker__list">{found.into_iter().map(result).collect_view()}</ul>
                    {none.then(|| view! { <p class="muted">{w().no_match}</p> })}
                    {(rest > 0).then(|| view! { <p class="muted small">{more(lang(), rest)}</p> })}
                }
            }}
            {move || error.get().map(|text| view! { <p class="field__note field__error" role="alert">{text}</p> })}
        </fieldset>
    }
}

/// A pick with where it stands and what it counts.
fn words(pick: &Pick, lang: Lang) -> AnyView {
    let notes: Vec<&str> = [&pick.place, &pick.unit]
        .map(|text| text.in_lang(lang))
        .into_iter()
        .filter(|text| !text.is_empty())
        .collect();
    view! {
        {pick.label.in_lang(lang).to_owned()}
        " "
        <span class="muted small">{notes.join(" · ")}</span>
    }
    .into_any()
}
