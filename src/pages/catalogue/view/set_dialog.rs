//! The dialog of a scale or a list of the bloc's own.

use super::Dialogs;
use super::keeping::{Drafted, fresh};
use super::moving::{MoveButtons, focus_line, move_by_key};
use crate::i18n::catalogue::{CATALOGUE, CataloguePage as Words, has_figures, until};
use crate::i18n::ui::UI;
use crate::model::text::Lang;
use crate::pages::catalogue::set_draft::{Choice as Item, Fault, Field, SetDraft, pasted};
use crate::state::lens::Lens;
use crate::state::preferences::{use_lang, use_words};
use crate::ui::button::{Button, ButtonKind, IconButton};
use crate::ui::dialog::{Dialog, DialogActions, open_while};
use crate::ui::disclosure::Disclosure;
use crate::ui::field::{SelectField, TextField};
use crate::ui::icon::IconName;
use crate::ui::menu::Choice;
use crate::ui::notice::{Notice, NoticeKind};
use crate::ui::text_area::TextArea;
use crate::ui::toast::use_toasts;
use crate::ui::toggle::Checkbox;
use leptos::ev::KeyboardEvent;
use leptos::prelude::*;
use leptos::web_sys::HtmlElement;
use wasm_bindgen::JsCast;

/// The dialog.
#[component]
pub fn SetDialog(dialogs: Dialogs) -> impl IntoView {
    let w = use_words(&CATALOGUE);
    let open = open_while(dialogs.set);
    let title = move || {
        let editing = dialogs
            .set
            .with(|draft| draft.as_ref().is_some_and(|draft| draft.editing.is_some()));
        if editing { w().edit_set } else { w().new_set }
    };
    view! {
        <Dialog open title=Signal::derive(move || title().to_owned())>
            {move || dialogs.set.get().map(|draft| view! { <SetFields lens=dialogs.lens draft open/> })}
        </Dialog>
    }
}

#[derive(Clone, Copy)]
struct Drafting {
    lens: Lens,
    draft: RwSignal<SetDraft>,
    wrong: RwSignal<Vec<(Field, Fault)>>,
}

impl Drafting {
    fn change(self, field: Field, change: impl FnOnce(&mut SetDraft)) {
        self.wrong
            .update(|wrong| wrong.retain(|(at, _)| *at != field && *at != Field::Options));
        self.draft.update(change);
    }

    fn error(self, field: Field) -> Signal<Option<String>> {
        let w = use_words(&CATALOGUE);
        let lang = use_lang();
        Signal::derive(move || {
            let found = self
                .wrong
                .with(|wrong| wrong.iter().find(|(at, _)| *at == field).map(|(_, fault)| *fault));
            found.map(|fault| remark(w(), lang(), fault))
        })
    }
}

fn remark(w: &Words, lang: Lang, fault: Fault) -> String {
    match fault {
        Fault::Missing => w.missing.to_owned(),
        Fault::Taken => w.taken.to_owned(),
        Fault::TooFew => w.too_few.to_owned(),
        Fault::HasFigures(year) => has_figures(lang, year),
    }
}

#[component]
fn SetFields(lens: Lens, draft: SetDraft, open: RwSignal<bool>) -> impl IntoView {
    let w = use_words(&CATALOGUE);
    let ui = use_words(&UI);
    let lang = use_lang();
    let toasts = use_toasts();
    let drafting = Drafting {
        lens,
        draft: RwSignal::new(draft),
        wrong: RwSignal::new(Vec::new()),
    };
    let problems = RwSignal::new(Vec::<String>::new());
    let draft = drafting.draft;
    let count = Memo::new(move |_| draft.with(|draft| draft.options.len()));
    let text = RwSignal::new(String::new());
    let add = move || {
        drafting.change(Field::Options, |draft| draft.options.push(Item::default()));
        focus_line(count.get_untracked() - 1);
    };
    let paste = move || {
        let items = pasted(&text.get_untracked());
        drafting.change(Field::Options, |draft| {
            draft
                .options
                .retain(|item| item.id.is_some() || !item.name.trim().is_empty());
            draft.options.extend(items);
        });
        text.set(String::new());
    };
    let save = move || {
        let lang = untrack(lang);
        let read = lens.with_untracked(|scope| draft.with_untracked(|draft| draft.read(scope.catalogue, &mut fresh)));
        let dialog = Drafted {
            lens,
            toasts,
            faults: drafting.wrong,
            problems,
            open,
        };
        dialog.keep_one(lang, read);
    };
    view! {
        <form
            class="stack"
            on:submit=move |event| {
                event.prevent_default();
                save();
            }
        >
            <TextField
                label=move || w().set_name
                value=Signal::derive(move || draft.with(|draft| draft.name.clone()))
                on_change=move |typed: String| drafting.change(Field::Name, |draft| draft.name = typed)
                error=drafting.error(Field::Name)
            />
            <Disclosure label=move || w().english>
                <TextField
                    label=move || w().english
                    value=Signal::derive(move || draft.with(|draft| draft.english.clone()))
                    on_change=move |typed: String| drafting.change(Field::Name, |draft| draft.english = typed)
                    optional=true
                />
            </Disclosure>
            <Checkbox
                label=move || w().ordered
                checked=Signal::derive(move || draft.with(|draft| draft.ordered))
                on_change=move |on: bool| drafting.change(Field::Name, |draft| draft.ordered = on)
                help=Signal::derive(move || w().ordered_help.to_owned())
            />
            <fieldset class="field-group">
                <legend>{move || w().options}</legend>
                <For each=move || 0..count.get() key=|at| *at let:at>
                    <OptionFields drafting at/>
                </For>
                {move || {
                    drafting.error(Field::Options).get().map(|text| view! { <p class="field__note field__error" role="alert">{text}</p> })
                }}
                <div class="row">
                    <Button label=move || w().add_option icon=IconName::Add small=true on_press=add/>
                </div>
                <Disclosure label=move || w().paste>
                    <TextArea
                        label=move || w().options
                        value=text
                        on_change=move |typed: String| text.set(typed)
                    />
                    <div class="row">
                        <Button label=move || w().paste_button small=true icon=IconName::Add on_press=paste/>
                    </div>
                </Disclosure>
            </fieldset>
            {move || {
                let problems = problems.get();
                (!problems.is_empty())
                    .then(|| {
                        view! {
                            <Notice kind=NoticeKind::Failure>
                                {problems.join(" ")}
                            </Notice>
                        }
                    })
            }}
            <DialogActions>
                <Button label=move || ui().cancel kind=ButtonKind::Quiet on_press=move || open.set(false)/>
                <Button label=move || w().save kind=ButtonKind::Primary submit=true/>
            </DialogActions>
        </form>
    }
}

#[component]
fn OptionFields(drafting: Drafting, at: usize) -> impl IntoView {
    let w = use_words(&CATALOGUE);
    let lang = use_lang();
    let draft = drafting.draft;
    let filled = Memo::new(move |_| draft.with(|draft| draft.options.get(at).and_then(|item| item.filled)));
    let change = move |change: Box<dyn FnOnce(&mut Item)>| {
        drafting.change(Field::Option(at), |draft| {
            if let Some(item) = draft.options.get_mut(at) {
                change(item);
            }
        });
    };
    let count = Signal::derive(move || draft.with(|draft| draft.options.len()));
    let shift = move |up: bool| {
        let mut now = at;
        drafting
            .wrong
            .update(|wrong| wrong.retain(|(at, _)| !matches!(at, Field::Option(_))));
        draft.update(|draft| {
            let other = if up { at.checked_sub(1) } else { Some(at + 1) };
            if let Some(other) = other.filter(|other| *other < draft.options.len()) {
                draft.options.swap(at, other);
                now = other;
            }
        });
        now
    };
    let on_key = move |event: KeyboardEvent| {
        let in_name = event
            .target()
            .and_then(|target| target.dyn_into::<HtmlElement>().ok())
            .is_some_and(|field| field.tag_name() == "INPUT");
        if in_name {
            move_by_key(&event, shift);
        }
    };
    let remove = move || {
        drafting.change(Field::Option(at), |draft| {
            if at < draft.options.len() {
                draft.options.remove(at);
            }
        });
        focus_line(at.saturating_sub(1));
    };
    let numbered = move |word: &'static str| format!("{word} {}", at + 1);
    let years = Signal::derive(move || {
        let this = drafting.lens.today().year();
        let mut choices = vec![Choice::new("", w().still_asked)];
        if let Some(last) = filled.get() {
            let years = last..=(this + 1).max(last);
            choices.extend(years.map(|year| Choice::new(year.to_string(), until(lang(), year))));
        }
        choices
    });
    view! {
        <div class="catalogue__line" data-line=at.to_string() on:keydown=on_key>
            <div class="catalogue__name">
                <TextField
                    label=Signal::derive(move || numbered(w().option))
                    value=Signal::derive(move || {
                        draft.with(|draft| draft.options.get(at).map(|item| item.name.clone()).unwrap_or_default())
                    })
                    on_change=move |typed: String| change(Box::new(move |item| item.name = typed))
                    error=drafting.error(Field::Option(at))
                />
                <MoveButtons at count thing=move || w().moved_level on_move=shift/>
                {move || {
                    filled
                        .get()
                        .is_none()
                        .then(|| {
                            view! {
                                <IconButton
                                    icon=IconName::Delete
                                    label=Signal::derive(move || numbered(w().remove))
                                    on_press=remove
                                />
                            }
                        })
                }}
            </div>
            {move || {
                filled
                    .get()
                    .map(|_| {
                        view! {
                            <SelectField
                                label=move || w().asked_until
                                choices=years
                                value=Signal::derive(move || {
                                    let year = |item: &Item| item.valid_to.map(|year| year.to_string());
                                    draft.with(|draft| draft.options.get(at).and_then(year).unwrap_or_default())
                                })
                                on_change=move |value: String| change(Box::new(move |item| item.valid_to = value.parse().ok()))
                            />
                        }
                    })
            }}
        </div>
    }
}
