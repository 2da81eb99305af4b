//! One line of a form: a measure.

use super::form_dialog::Drafting;
use super::moving::{MoveButtons, focus_line, move_by_key};
use crate::i18n::catalogue::{CATALOGUE, until};
use crate::model::text::Lang;
use crate::pages::catalogue::form_draft::{Field, Holds, Line, OTHER};
use crate::state::lens::Lens;
use crate::state::preferences::{use_lang, use_words};
use crate::ui::button::IconButton;
use crate::ui::disclosure::Disclosure;
use crate::ui::field::{SelectField, TextField};
use crate::ui::icon::IconName;
use crate::ui::menu::Choice;
use leptos::ev::KeyboardEvent;
use leptos::prelude::*;
use leptos::web_sys::HtmlElement;
use wasm_bindgen::JsCast;

/// By how many lists one count may be split.
const MOST_SPLITS: usize = 3;

/// The fields of a line.
#[component]
pub fn LineFields(
    /// The draft.
    drafting: Drafting,
    /// Which line.
    at: usize,
    /// Runs on Enter in the line's name.
    #[prop(into)]
    on_enter: Callback<()>,
) -> impl IntoView {
    let w = use_words(&CATALOGUE);
    let lang = use_lang();
    let read =
        move |of: fn(&Line) -> String| drafting.text(move |draft| draft.lines.get(at).map(of).unwrap_or_default());
    let change = move |field: Field, change: Box<dyn FnOnce(&mut Line)>| {
        drafting.change(field, |draft| {
            if let Some(line) = draft.lines.get_mut(at) {
                change(line);
            }
        });
    };
    let filled = Memo::new(move |_| {
        drafting
            .draft
            .with(|draft| draft.lines.get(at).and_then(|line| line.filled))
    });
    let count = Signal::derive(move || drafting.draft.with(|draft| draft.lines.len()));
    let shift = move |up: bool| {
        let mut now = at;
        drafting.shift_remarks();
        drafting.draft.update(|draft| now = draft.move_line(at, up));
        now
    };
    let on_key = move |event: KeyboardEvent| {
        let in_name = event
            .target()
            .and_then(|target| target.dyn_into::<HtmlElement>().ok())
            // The buttons beside the name have an Enter of their own.
            .is_some_and(|field| {
                field.tag_name() == "INPUT" && field.closest(".catalogue__name").is_ok_and(|it| it.is_some())
            });
        if in_name {
            move_by_key(&event, shift);
        }
        if event.key() == "Enter" && in_name {
            event.prevent_default();
            on_enter.run(());
        }
    };
    let remove = move || {
        drafting.change(Field::Lines, |draft| {
            if at < draft.lines.len() {
                draft.lines.remove(at);
            }
            if draft.lines.is_empty() {
                draft.lines.push(Line::new());
            }
        });
        focus_line(at.saturating_sub(1));
    };
    let years = move || {
        filled.get().map(|last| {
            let this = drafting.lens.today().year();
            let mut choices = vec![Choice::new("", w().still_asked)];
            choices
                .extend((last..=(this + 1).max(last)).map(|year| Choice::new(year.to_string(), until(lang(), year))));
            choices
        })
    };
    view! {
        <div class="catalogue__line" data-line=at.to_string() on:keydown=on_key>
            <div class="catalogue__name">
                <TextField
                    label=Signal::derive(move || format!("{} {}", w().line, at + 1))
                    value=read(|line| line.name.clone())
                    on_change=move |text: String| change(Field::Line(at), Box::new(move |line| line.name = text))
                    error=drafting.error(Field::Line(at))
                />
                <MoveButtons at count thing=move || w().moved_line on_move=shift/>
                {move || {
                    filled
                        .get()
                        .is_none()
                        .then(|| {
                            view! {
                                <IconButton
                                    icon=IconName::Delete
                                    label=Signal::derive(move || format!("{} {}", w().remove_line, at + 1))
                                    on_press=remove
                                />
                            }
                        })
                }}
            </div>
            {move || match filled.get() {
                None => view! { <Counting drafting at/> }.into_any(),
                Some(_) => view! {
                    <p class="muted small">{move || w().locked}</p>
                    <SelectField
                        label=move || w().asked_until
                        choices=Signal::derive(move || years().unwrap_or_default())
                        value=read(|line| line.valid_to.map(|year| year.to_string()).unwrap_or_default())
                        on_change=move |value: String| {
                            change(Field::Line(at), Box::new(move |line| line.valid_to = value.parse().ok()));
                        }
                    />
                }
                    .into_any(),
            }}
            <Disclosure label=move || w().more>
                <TextField
                    label=move || w().help
                    value=read(|line| line.help.clone())
                    on_change=move |text: String| change(Field::Line(at), Box::new(move |line| line.help = text))
                    optional=true
                />
                <TextField
                    label=move || w().english
                    value=read(|line| line.english.clone())
                    on_change=move |text: String| change(Field::Line(at), Box::new(move |line| line.english = text))
                    optional=true
                />
            </Disclosure>
        </div>
    }
}

/// How a line counts.
#[component]
fn Counting(drafting: Drafting, at: usize) -> impl IntoView {
    let w = use_words(&CATALOGUE);
    let lang = use_lang();
    let lens = drafting.lens;
    let read =
        move |of: fn(&Line) -> String| drafting.text(move |draft| draft.lines.get(at).map(of).unwrap_or_default());
    let change = move |field: Field, change: Box<dyn FnOnce(&mut Line)>| {
        drafting.change(field, |draft| {
            if let Some(line) = draft.lines.get_mut(at) {
                change(line);
            }
        });
    };
    let line = Memo::new(move |_| {
        drafting.draft.with(|draft| {
            draft
                .lines
                .get(at)
                .map(|line| (line.holds, line.unit == OTHER))
                .unwrap_or_default()
        })
    });
    let kinds = Signal::derive(move || {
        let w = w();
        vec![
            Choice::new("count", w.a_count),
            Choice::new("done", w.done),
            Choice::new("level", w.level),
        ]
    });
    let units = Signal::derive(move || {
        let mut units: Vec<Choice> = lens.with(|scope| {
            let units = scope.catalogue.part().counting_units.iter();
            units
                .map(|unit| Choice::new(unit.id.as_str(), unit.label.in_lang(lang())))
                .collect()
        });
        units.push(Choice::new(OTHER, w().other_unit));
        units
    });
    let times = Signal::derive(move || vec![Choice::new("", w().summed), Choice::new("last", w().last)]);
    view! {
        <div class="catalogue__counting">
            <SelectField
                label=move || w().holds
                choices=kinds
                value=read(|line| match line.holds {
                    Holds::Count => "count".to_owned(),
                    Holds::Done => "done".to_owned(),
                    Holds::Level => "level".to_owned(),
                })
                on_change=move |value: String| {
                    let holds = match value.as_str() {
                        "done" => Holds::Done,
                        "level" => Holds::Level,
                        _ => Holds::Count,
                    };
                    change(Field::Line(at), Box::new(move |line| line.holds = holds));
                }
            />
            {move || match line.get().0 {
                Holds::Count => view! {
                    <SelectField
                        label=move || w().unit
                        choices=units
                        value=read(|line| line.unit.clone())
                        on_change=move |value: String| change(Field::Unit(at), Box::new(move |line| line.unit = value))
                    />
                    {move || {
                        line.get()
                            .1
                            .then(|| {
                                view! {
                                    <TextField
                                        label=move || w().unit_name
                                        value=read(|line| line.unit_name.clone())
                                        on_change=move |text: String| {
                                            change(Field::Unit(at), Box::new(move |line| line.unit_name = text));
                                        }
                                        error=drafting.error(Field::Unit(at))
                                    />
                                }
                            })
                    }}
                    <Splits drafting at/>
                    <SelectField
                        label=move || w().over_time
                        choices=times
                        value=read(|line| if line.last { "last".to_owned() } else { String::new() })
                        on_change=move |value: String| {
                            change(Field::Line(at), Box::new(move |line| line.last = !value.is_empty()));
                        }
                    />
                }
                    .into_any(),
                Holds::Level => view! {
                    <SelectField
                        label=move || w().scale
                        choices=Signal::derive(move || sets(lens, lang(), w().no_scale, &[]))
                        value=read(|line| line.scale.clone())
                        on_change=move |value: String| change(Field::Set(at), Box::new(move |line| line.scale = value))
                        error=drafting.error(Field::Set(at))
                    />
                }
                    .into_any(),
                Holds::Done => ().into_any(),
            }}
        </div>
    }
}

/// The lists that a count is split by, one within the other: one more is offered while there is another to choose.
#[component]
fn Splits(drafting: Drafting, at: usize) -> impl IntoView {
    let w = use_words(&CATALOGUE);
    let lang = use_lang();
    let by = Memo::new(move |_| {
        drafting
            .draft
            .with(|draft| draft.lines.get(at).map(|line| line.by.clone()).unwrap_or_default())
    });
    let shown = Memo::new(move |_| by.with(|by| (by.len() + 1).min(MOST_SPLITS)));
    let select = move |place: usize| {
        let choices = Signal::derive(move || {
            let first = if place == 0 { w().no_split } else { w().no_further };
            let before: Vec<String> = by.with(|by| by.iter().take(place).cloned().collect());
            sets(drafting.lens, lang(), first, &before)
        });
        let choose = move |value: String| {
            drafting.change(Field::Set(at), |draft| {
                if let Some(line) = draft.lines.get_mut(at) {
                    line.split_by(place, value);
                }
            });
        };
        let fault = drafting.error(Field::Set(at));
        view! {
            <SelectField
                label=move || if place == 0 { w().split } else { w().and_by }
                choices
                value=Signal::derive(move || by.with(|by| by.get(place).cloned().unwrap_or_default()))
                on_change=choose
                error=Signal::derive(move || fault.get().filter(|_| by.with(Vec::len) == place + 1))
            />
        }
    };
    view! { <For each=move || 0..shown.get() key=|place| *place children=select/> }
}

/// The lists and scales to choose from, behind a first choice for none; those of `without` are chosen already.
fn sets(lens: Lens, lang: Lang, first: &'static str, without: &[String]) -> Vec<Choice> {
    let mut choices = vec![Choice::new("", first)];
    lens.with(|scope| {
        for set in &scope.catalogue.part().option_sets {
            let known = choices.iter().any(|known| known.value == set.id.as_str());
            if !known && without.iter().all(|of| of != set.id.as_str()) {
                choices.push(Choice::new(set.id.as_str(), set.label.in_lang(lang)));
            }
        }
    });
    choices
}
