//! Fields of forms. Each has a label above, and below it either its help or what is wrong with the remedy.
//!
//! What was typed is never thrown away: a field shows its text as it was typed, wrong or not, and says what to do.

use leptos::html;
use leptos::prelude::*;
use std::sync::atomic::{AtomicU32, Ordering};

use super::icon::{Icon, IconName};
use super::menu::Choice;
use crate::i18n::ui::UI;
use crate::model::date::Date;
use crate::model::text::Lang;
use crate::state::preferences::use_words;

/// An id that no other element has.
pub fn new_id(prefix: &str) -> String {
    static NEXT: AtomicU32 = AtomicU32::new(1);
    format!("{prefix}-{}", NEXT.fetch_add(1, Ordering::Relaxed))
}

/// A line of text.
#[component]
pub fn TextField(
    /// What is asked for.
    #[prop(into)]
    label: Signal<String>,
    /// What is in the field.
    #[prop(into)]
    value: Signal<String>,
    /// Called with every change of the text.
    #[prop(into)]
    on_change: Callback<(String,)>,
    /// What belongs here.
    #[prop(optional, into)]
    help: Signal<String>,
    /// What is wrong and what to do; none when it is right.
    #[prop(optional, into)]
    error: Signal<Option<String>>,
    /// It may stay empty, and says so.
    #[prop(optional)]
    optional: bool,
    /// The field is a search: an icon, and no label to be seen.
    #[prop(optional)]
    search: bool,
    /// An example, only where the help would be longer.
    #[prop(optional, into)]
    placeholder: Signal<String>,
    /// What a browser may fill in by itself.
    #[prop(default = "off")]
    autocomplete: &'static str,
    /// Reaches the input itself.
    #[prop(optional)]
    node_ref: NodeRef<html::Input>,
) -> impl IntoView {
    let frame = FieldFrame::new(label, help, error, optional);
    // A name or code that is typed as it stands: no capital at its beginning, no red line under it.
    let as_it_stands = autocomplete != "off";
    let input = view! {
        <input
            node_ref=node_ref
            id=frame.id.clone()
            class="field__input"
            type=if search { "search" } else { "text" }
            autocomplete=autocomplete
            autocapitalize=as_it_stands.then_some("none")
            spellcheck=as_it_stands.then_some("false")
            placeholder=placeholder
            prop:value=value
            aria-invalid=frame.invalid()
            aria-describedby=frame.described_by()
            on:input=move |event| on_change.run((event_target_value(&event),))
        />
    };
    if search {
        view! {
            <div class="field field--search">
                <label class="sr-only" for=frame.id.clone()>
                    {label}
                </label>
                <Icon name=IconName::Search small=true/>
                {input}
            </div>
        }
        .into_any()
    } else {
        frame.around(input.into_any())
    }
}

/// A figure: a numeric keypad on a phone, set right, with its counting unit behind it. The text is handed on as it
/// was typed; `model::number` reads it.
#[component]
pub fn NumberField(
    /// What is counted.
    #[prop(into)]
    label: Signal<String>,
    /// What is in the field, as typed.
    #[prop(into)]
    value: Signal<String>,
    /// Called with every change of the text.
    #[prop(into)]
    on_change: Callback<(String,)>,
    /// The counting unit, behind the field.
    #[prop(optional, into)]
    unit: Signal<String>,
    /// What belongs here.
    #[prop(optional, into)]
    help: Signal<String>,
    /// What is wrong and what to do; none when it is right.
    #[prop(optional, into)]
    error: Signal<Option<String>>,
    /// It may stay empty, and says so.
    #[prop(optional)]
    optional: bool,
    /// Large type, for one question a row on a phone.
    #[prop(optional)]
    large: bool,
    /// Reaches the input itself.
    #[prop(optional)]
    node_ref: NodeRef<html::Input>,
) -> impl IntoView {
    let frame = FieldFrame::new(label, help, error, optional);
    let input = view! {
        <div class="field__with-unit" class:field__with-unit--large=large>
            <input
                node_ref=node_ref
                id=frame.id.clone()
                class="field__input field__input--number"
                type="text"
                inputmode="numeric"
                autocomplete="off"
                enterkeyhint="next"
                prop:value=value
                aria-invalid=frame.invalid()
                aria-describedby=frame.described_by()
                on:input=move |event| on_change.run((event_target_value(&event),))
            />
            {move || (!unit.with(String::is_empty)).then(|| view! { <span class="field__unit">{unit}</span> })}
        </div>
    };
    frame.around(input.into_any())
}

/// A date, typed day/month/year as it is written in a document: a browser's own date field would show it in the
/// order of the system, which is not always that one.
#[component]
pub fn DateField(
    /// Which date.
    #[prop(into)]
    label: Signal<String>,
    /// The date in the field.
    #[prop(into)]
    value: Signal<Option<Date>>,
    /// Called when a date was typed in full, or the field was emptied.
    #[prop(into)]
    on_change: Callback<(Option<Date>,)>,
    /// What belongs here; the form of a date when empty.
    #[prop(optional, into)]
    help: Signal<String>,
    /// What is wrong with the date, beside its form.
    #[prop(optional, into)]
    error: Signal<Option<String>>,
    /// It may stay empty, and says so.
    #[prop(optional)]
    optional: bool,
    /// It is only read: come to and copied, not changed.
    #[prop(optional, into)]
    readonly: Signal<bool>,
) -> impl IntoView {
    let w = use_words(&UI);
    // What was typed and is no date yet; the value is shown otherwise, in the one form that is typed, in both languages.
    let typed = RwSignal::new(None::<String>);
    let shown = move || {
        typed
            .get()
            .unwrap_or_else(|| value.get().map(|date| date.format(Lang::Vi)).unwrap_or_default())
    };
    let wrong = RwSignal::new(false);
    let error = Signal::derive(move || {
        if wrong.get() {
            Some(w().date_wrong.to_owned())
        } else {
            error.get()
        }
    });
    let help = Signal::derive(move || match help.get() {
        help if help.is_empty() => w().date_help.to_owned(),
        help => help,
    });
    let frame = FieldFrame::new(label, help, error, optional);
    let read = move |text: String| {
        let date = Date::parse_typed(&text);
        match date {
            Ok(date) => {
                wrong.set(false);
                typed.set(None);
                on_change.run((Some(date),));
            }
            Err(_) if text.trim().is_empty() => {
                wrong.set(false);
                typed.set(None);
                on_change.run((None,));
            }
            Err(_) => {
                wrong.set(true);
                typed.set(Some(text));
            }
        }
    };
    let input = view! {
        <input
            id=frame.id.clone()
            class="field__input field__input--date"
            type="text"
            readonly=readonly
            inputmode="numeric"
            autocomplete="off"
            prop:value=shown
            aria-invalid=frame.invalid()
            aria-describedby=frame.described_by()
            on:change=move |event| read(event_target_value(&event))
        />
    };
    frame.around(input.into_any())
}

/// One of a few known things, from the system's own list.
#[component]
pub fn SelectField(
    /// What is chosen.
    #[prop(into)]
    label: Signal<String>,
    /// What there is to choose; a choice with an empty value says that nothing is chosen.
    #[prop(into)]
    choices: Signal<Vec<Choice>>,
    /// The value chosen.
    #[prop(into)]
    value: Signal<String>,
    /// Called with the new value.
    #[prop(into)]
    on_change: Callback<(String,)>,
    /// What belongs here.
    #[prop(optional, into)]
    help: Signal<String>,
    /// What is wrong and what to do; none when it is right.
    #[prop(optional, into)]
    error: Signal<Option<String>>,
    /// It may stay empty, and says so.
    #[prop(optional)]
    optional: bool,
    /// In a toolbar: the label is read out and not shown.
    #[prop(optional)]
    compact: bool,
) -> impl IntoView {
    let frame = FieldFrame::new(label, help, error, optional);
    let options = move || {
        let value = value.get();
        choices
            .get()
            .into_iter()
            .map(|choice| {
                let selected = choice.value == value;
                view! {
                    <option value=choice.value selected=selected>
                        {choice.label}
                    </option>
                }
            })
            .collect_view()
    };
    let select = view! {
        <div class="select">
            <select
                id=frame.id.clone()
                class="field__input"
                aria-label=compact.then_some(label)
                aria-invalid=frame.invalid()
                aria-describedby=frame.described_by()
                on:change=move |event| on_change.run((event_target_value(&event),))
            >
                {options}
            </select>
            <Icon name=IconName::Down small=true/>
        </div>
    };
    if compact {
        select.into_any()
    } else {
        frame.around(select.into_any())
    }
}

/// Label, control, and below it help or error: the same around every kind of field.
#[derive(Clone)]
pub(super) struct FieldFrame {
    pub(super) id: String,
    label: Signal<String>,
    help: Signal<String>,
    error: Signal<Option<String>>,
    optional: bool,
}

impl FieldFrame {
    pub(super) fn new(
        label: Signal<String>,
        help: Signal<String>,
        error: Signal<Option<String>>,
        optional: bool,
    ) -> Self {
        Self {
            id: new_id("field"),
            label,
            help,
            error,
            optional,
        }
    }

    fn note_id(&self) -> String {
        format!("{}-note", self.id)
    }

    pub(super) fn invalid(&self) -> impl Fn() -> Option<&'static str> + Send + Sync + 'static {
        let error = self.error;
        move || error.with(Option::is_some).then_some("true")
    }

    pub(super) fn described_by(&self) -> impl Fn() -> Option<String> + Send + Sync + 'static {
        let (help, error, id) = (self.help, self.error, self.note_id());
        move || {
            let something = error.with(Option::is_some) || !help.with(String::is_empty);
            something.then(|| id.clone())
        }
    }

    pub(super) fn around(self, control: AnyView) -> AnyView {
        let w = use_words(&UI);
        let note_id = self.note_id();
        let Self {
            id,
            label,
            help,
            error,
            optional,
        } = self;
        view! {
            <div class="field">
                <label class="field__label" for=id>
                    {label}
                    {optional.then(|| view! { <span class="field__optional">" (" {move || w().optional} ")"</span> })}
                </label>
                {control}
                <p id=note_id class="field__note" aria-live="polite">
                    {move || match error.get() {
                        Some(error) => {
                            view! {
                                <span class="field__error">
                                    <Icon name=IconName::Warning small=true/>
                                    {error}
                                </span>
                            }
                                .into_any()
                        }
                        None => help.get().into_any(),
                    }}
                </p>
            </div>
        }
        .into_any()
    }
}
