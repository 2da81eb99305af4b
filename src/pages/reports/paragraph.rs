//! A paragraph on the sheet: its text, whose it is, what figures say now, and what can be done with it in place.

use super::kept::{leave_out, pieces, put_back, write};
use super::paper::read;
use super::report::ReportView;
use crate::exhibit::report::stale::Stale;
use crate::exhibit::report::{By, Offer, Told};
use crate::i18n::reports::{Deed, REPORTS, changed_figures, done};
use crate::model::record::Entity;
use crate::model::text::Lang;
use crate::state::preferences::{use_lang, use_words};
use crate::state::route::Place;
use crate::state::router::after_drawing;
use crate::ui::button::{Button, ButtonKind};
use crate::ui::disclosure::Disclosure;
use crate::ui::field::new_id;
use crate::ui::icon::{Icon, IconName};
use crate::ui::link::A;
use crate::ui::notice::{Notice, NoticeKind};
use crate::ui::text_area::TextArea;
use crate::ui::toast::{Toasts, use_toasts};
use leptos::prelude::*;
use serde_json::Value;
use wasm_bindgen::JsCast;
use web_sys::HtmlElement;

/// A paragraph and what is done to it. Cheap to copy.
#[derive(Clone, Copy)]
struct Part {
    view: ReportView,
    told: Memo<Option<Told>>,
    toasts: Toasts,
    /// The app's language, in which notices are.
    lang: Signal<Lang>,
}

impl Part {
    /// Reads the paragraph; follows it.
    fn read<T: Default>(self, question: impl FnOnce(&Told) -> T) -> T {
        self.told.with(|told| told.as_ref().map_or_else(T::default, question))
    }

    /// Does something to it, once, and offers to take that back.
    fn act(self, deed: Deed, field: impl FnOnce(&Told) -> (String, Value)) {
        let Some(told) = self.told.get_untracked() else { return };
        let Some(report) = self.view.report.get_untracked() else {
            return;
        };
        let workspace = self.view.lens.workspace();
        let lang = self.lang.get_untracked();
        if let Some(act) = workspace.set_fields(&report.record_id(), [field(&told)]) {
            self.toasts
                .offer_undo(done(lang, deed), move || workspace.undo_of(&act));
        }
    }
}

/// A paragraph.
#[component]
pub fn ParagraphView(
    /// The report.
    view: ReportView,
    /// Which paragraph.
    id: String,
) -> impl IntoView {
    let named = id.clone();
    let told = Memo::new(move |_| read(view, |composed| composed.told().find(|told| told.id == named).cloned()));
    let part = Part {
        view,
        told,
        toasts: use_toasts(),
        lang: Signal::derive(use_lang()),
    };
    let editing = Memo::new(move |_| view.editing.with(|editing| editing.as_deref() == Some(id.as_str())));
    let by = Memo::new(move |_| part.read(|told| told.by));
    let item = Memo::new(move |_| part.read(|told| told.item));
    view! {
        <div
            class="paragraph"
            class:paragraph--item=item
            class:paragraph--person=move || by.get() == By::Person
            class:paragraph--out=move || by.get() == By::LeftOut
            class:paragraph--open=move || by.get() == By::Nobody
        >
            {move || match editing.get() {
                true => view! { <Editor part/> }.into_any(),
                false => view! { <Standing part by/> }.into_any(),
            }}
        </div>
    }
}

/// The text as it stands, and below it what can be done.
#[component]
fn Standing(part: Part, by: Memo<By>) -> impl IntoView {
    let w = use_words(&REPORTS);
    let stale = Memo::new(move |_| part.read(|told| told.stale.clone()));
    let text = move || {
        part.read(|told| {
            Some(match told.by {
                By::Nobody => view! { <p class="paragraph__prompt">{told.prompt.clone()}</p> }.into_any(),
                By::LeftOut => view! { <p class="paragraph__gone">{told.computed.clone()}</p> }.into_any(),
                By::Figures | By::Person => lines(told, w().old_number),
            })
        })
    };
    let state = move || match by.get() {
        By::Figures => None,
        By::Person => Some((IconName::Edit, w().by_person)),
        By::LeftOut => Some((IconName::None, w().left_out)),
        By::Nobody => Some((IconName::Entry, w().to_write)),
    };
    view! {
        {text}
        {move || stale.get().map(|stale| view! { <Changed part stale/> })}
        <Offers part/>
        <div class="paragraph__tools">
            {move || {
                state()
                    .map(|(icon, word)| {
                        view! {
                            <span class="paragraph__state">
                                <Icon name=icon small=true/>
                                {word}
                            </span>
                        }
                    })
            }}
            <Tools part by/>
        </div>
    }
}

/// The paragraph's lines, with numbers marked that figures have left behind.
fn lines(told: &Told, old: &'static str) -> AnyView {
    let marks = told.stale.as_ref().map_or(&[][..], |stale| stale.marks.as_slice());
    let piece = |(text, is_old): (&str, bool)| match is_old {
        true => view! {
            <mark class="paragraph__old" title=old>
                {text.to_owned()}
                <span class="sr-only">" (" {old} ")"</span>
            </mark>
        }
        .into_any(),
        false => text.to_owned().into_any(),
    };
    let all: Vec<AnyView> = pieces(&told.text, marks).into_iter().map(piece).collect();
    view! { <p class="paragraph__text">{all}</p> }.into_any()
}

/// What figures say now, beside what they said when the text was written.
#[component]
fn Changed(part: Part, stale: Stale) -> impl IntoView {
    let w = use_words(&REPORTS);
    let lang = use_lang();
    let changes = stale.changes.clone();
    let take = move |()| part.act(Deed::PutBack, |told| put_back(part.view.lang.get_untracked(), told));
    let keep = move |()| {
        part.act(Deed::Kept, |told| {
            write(part.view.lang.get_untracked(), told, &told.text)
        })
    };
    view! {
        <div class="paragraph__changed">
            <Notice kind=NoticeKind::Warning>
                <p>
                    <strong>{move || w().changed}</strong>
                    ": "
                    {move || changed_figures(lang(), &changes)}
                </p>
                <p class="paragraph__now">{stale.now}</p>
                <div class="row">
                    <Button label=move || w().take_new small=true on_press=take/>
                    <Button label=move || w().keep_text kind=ButtonKind::Quiet small=true on_press=keep/>
                </div>
            </Notice>
        </div>
    }
}

/// Sentences that figures offer, or what to look at before signing.
#[component]
fn Offers(part: Part) -> impl IntoView {
    let w = use_words(&REPORTS);
    let offers = Memo::new(move |_| part.read(|told| told.help.clone()));
    let writes = Memo::new(move |_| part.read(|told| told.computed.is_empty()));
    let label = move || if writes.get() { w().offered } else { w().caution };
    let take = move |text: &str| {
        part.act(Deed::Kept, |told| {
            let before = told.text.trim();
            let all = if before.is_empty() {
                text.to_owned()
            } else {
                format!("{before}\n{text}")
            };
            write(part.view.lang.get_untracked(), told, &all)
        });
    };
    let line = move |offer: Offer| {
        let text = offer.text.clone();
        view! {
            <li>
                <span>{offer.text.clone()}</span>
                " "
                <CellsLink place=offer.place of=offer.text/>
                {writes
                    .get()
                    .then(|| {
                        let of = text.clone();
                        view! {
                            <button
                                type="button"
                                class="button button--quiet button--small"
                                aria-label=move || format!("{}: {of}", w().take_offer)
                                on:click=move |_| take(&text)
                            >
                                <Icon name=IconName::Add small=true/>
                                <span class="button__label">{move || w().take_offer}</span>
                            </button>
                        }
                    })}
            </li>
        }
    };
    move || {
        offers.with(|offers| !offers.is_empty()).then(|| {
            view! {
                <div class="paragraph__offers">
                    <Disclosure label open=writes.get_untracked()>
                        <ul>{offers.get().into_iter().map(line).collect_view()}</ul>
                    </Disclosure>
                </div>
            }
        })
    }
}

/// A link to the page that shows the cells of a sentence.
#[component]
fn CellsLink(place: String, of: String) -> impl IntoView {
    let w = use_words(&REPORTS);
    let router = crate::state::router::use_router();
    (!place.is_empty()).then(|| {
        let (path, query) = place.split_once('?').unwrap_or((place.as_str(), ""));
        let parsed = Place::parse(path, query);
        // The bloc is the one that is open; the period is the sentence's own.
        let to = Signal::derive(move || Place {
            bloc: router.place().bloc,
            ..parsed.clone()
        });
        view! {
            <A to class="paragraph__cells">
                <Icon name=IconName::Chart small=true/>
                <span>{move || w().cells}</span>
                <span class="sr-only">": " {of}</span>
            </A>
        }
    })
}

/// What can be done with the paragraph.
#[component]
fn Tools(part: Part, by: Memo<By>) -> impl IntoView {
    let w = use_words(&REPORTS);
    let view = part.view;
    let place = Memo::new(move |_| part.read(|told| (told.place.clone(), told.text.clone())));
    let has_computed = Memo::new(move |_| part.read(|told| !told.computed.is_empty()));
    let named = Signal::derive(move || {
        part.read(|told| match told.by {
            By::Figures | By::Person => told.text.clone(),
            By::LeftOut => told.computed.clone(),
            By::Nobody => told.prompt.clone(),
        })
    });
    let edit = move |()| {
        let id = part
            .told
            .with_untracked(|told| told.as_ref().map(|told| told.id.clone()));
        view.editing.set(id);
    };
    let lang = move || view.lang.get_untracked();
    let out = move |()| part.act(Deed::LeftOut, |told| leave_out(lang(), told));
    let back = move |()| part.act(Deed::PutBack, |told| put_back(lang(), told));
    move || {
        let by = by.get();
        let edit_label = if by == By::Nobody { w().write } else { w().edit };
        view! {
            {(by != By::LeftOut)
                .then(|| view! { <Tool label=edit_label of=named icon=IconName::Edit mark="edit" on_press=edit/> })}
            {(by != By::LeftOut && has_computed.get())
                .then(|| view! { <Tool label=w().leave_out of=named icon=IconName::Close mark="out" on_press=out/> })}
            {(by == By::LeftOut)
                .then(|| view! { <Tool label=w().take_in of=named icon=IconName::Undo mark="in" on_press=back/> })}
            {(by == By::Person && has_computed.get())
                .then(|| view! { <Tool label=w().put_back of=named icon=IconName::Undo mark="back" on_press=back/> })}
            {move || {
                let (place, of) = place.get();
                view! { <CellsLink place of/> }
            }}
        }
    }
}

/// A small button of a paragraph; of which paragraph is read out.
#[component]
fn Tool(
    label: &'static str,
    of: Signal<String>,
    icon: IconName,
    mark: &'static str,
    #[prop(into)] on_press: Callback<()>,
) -> impl IntoView {
    view! {
        <button
            type="button"
            class="button button--quiet button--small"
            data-tool=mark
            aria-label=move || format!("{label}: {}", of.get())
            on:click=move |_| on_press.run(())
        >
            <Icon name=icon small=true/>
            <span class="button__label">{label}</span>
        </button>
    }
}

/// The text being written over.
#[component]
fn Editor(part: Part) -> impl IntoView {
    let w = use_words(&REPORTS);
    let view = part.view;
    let draft = RwSignal::new(
        part.told
            .with_untracked(|told| told.as_ref().map_or_else(String::new, |told| told.text.clone())),
    );
    let mark = new_id("paragraph");
    let (within, focus_to) = (mark.clone(), mark.clone());
    // The keyboard goes into the text when it opens, and back to the button when it closes.
    after_drawing(move || {
        let area = document().get_element_by_id(&focus_to);
        let area = area.and_then(|it| it.query_selector("textarea").ok().flatten());
        if let Some(area) = area.and_then(|it| it.dyn_into::<HtmlElement>().ok()) {
            let _ = area.focus();
        }
    });
    let close = move || {
        let around = document().get_element_by_id(&within).and_then(|it| it.parent_element());
        view.editing.set(None);
        after_drawing(move || {
            let button = around.and_then(|it| it.query_selector("[data-tool]").ok().flatten());
            if let Some(button) = button.and_then(|it| it.dyn_into::<HtmlElement>().ok()) {
                let _ = button.focus();
            }
        });
    };
    let (close_kept, close_left, close_esc) = (close.clone(), close.clone(), close);
    let keep = move |()| {
        let text = draft.get_untracked();
        part.act(Deed::Kept, |told| write(view.lang.get_untracked(), told, &text));
        close_kept();
    };
    let computed = Memo::new(move |_| part.read(|told| told.computed.clone()));
    let prompt = Signal::derive(move || part.read(|told| told.prompt.clone()));
    view! {
        <div
            class="paragraph__editor stack"
            id=mark
            on:keydown=move |event| {
                if event.key() == "Escape" {
                    event.stop_propagation();
                    close_esc();
                }
            }
        >
            <TextArea
                label=move || w().text
                value=draft
                on_change=move |text: String| draft.set(text)
                help=move || w().text_help
                placeholder=prompt
                rows=5
            />
            {move || {
                (!computed.with(String::is_empty))
                    .then(|| {
                        view! {
                            <p class="paragraph__now">
                                <strong>{move || w().computed}</strong>
                                ": "
                                {computed}
                            </p>
                        }
                    })
            }}
            <div class="row">
                <Button label=move || w().keep kind=ButtonKind::Primary small=true on_press=keep/>
                <Button label=move || w().cancel kind=ButtonKind::Quiet small=true on_press=move |()| close_left()/>
            </div>
        </div>
    }
}
