//! The dialog of a form of the bloc's own, or of a section on a built-in form, with a preview of what entry will show.

use super::Dialogs;
use super::keeping::{Drafted, fresh};
use super::line::LineFields;
use super::moving::focus_line;
use super::only::OnlyFields;
use crate::catalogue::Catalogue;
use crate::i18n::catalogue::{CATALOGUE, CataloguePage as Words, has_figures, period_kind, too_wide};
use crate::i18n::ui::UI;
use crate::i18n::units::kind_name;
use crate::model::condition::Only;
use crate::model::id::FormId;
use crate::model::measure::{Form, FormSection};
use crate::model::own::OwnThing;
use crate::model::period::PeriodKind;
use crate::model::text::Lang;
use crate::model::unit::UnitKind;
use crate::pages::catalogue::form_draft::{Fault, Field, FormDraft, Line, MOST_COLUMNS, Made, OTHER, Subject, pasted};
use crate::pages::catalogue::usage::changed;
use crate::pages::entry::sheet::{Sheet, lay_out};
use crate::state::lens::Lens;
use crate::state::preferences::{use_lang, use_words};
use crate::ui::button::{Button, ButtonKind};
use crate::ui::dialog::{Dialog, DialogActions, open_while};
use crate::ui::disclosure::Disclosure;
use crate::ui::field::{NumberField, SelectField, TextField};
use crate::ui::icon::IconName;
use crate::ui::menu::Choice;
use crate::ui::notice::{Notice, NoticeKind};
use crate::ui::text_area::TextArea;
use crate::ui::toast::{Toasts, use_toasts};
use crate::ui::toggle::Checkbox;
use leptos::prelude::*;

/// The kinds of periods that a form may be reported for.
const PERIODS: [PeriodKind; 5] = [
    PeriodKind::Month,
    PeriodKind::Quarter,
    PeriodKind::HalfYear,
    PeriodKind::Year,
    PeriodKind::Drive,
];

/// The draft while the dialog is open. Cheap to copy.
#[derive(Clone, Copy)]
pub struct Drafting {
    pub lens: Lens,
    pub draft: RwSignal<FormDraft>,
    wrong: RwSignal<Vec<(Field, Fault)>>,
    problems: RwSignal<Vec<String>>,
    open: RwSignal<bool>,
}

impl Drafting {
    /// Changes the draft; remarks about `field` go.
    pub fn change(self, field: Field, change: impl FnOnce(&mut FormDraft)) {
        self.wrong.update(|wrong| wrong.retain(|(at, _)| *at != field));
        self.draft.update(change);
    }

    /// Remarks about lines go when lines change places.
    pub fn shift_remarks(self) {
        self.wrong
            .update(|wrong| wrong.retain(|(at, _)| !matches!(at, Field::Line(_) | Field::Unit(_) | Field::Set(_))));
    }

    /// A text of the draft.
    pub fn text(self, of: impl Fn(&FormDraft) -> String + Send + Sync + 'static) -> Signal<String> {
        Signal::derive(move || self.draft.with(&of))
    }

    /// What is wrong with a field, and what to do.
    pub fn error(self, field: Field) -> Signal<Option<String>> {
        let w = use_words(&CATALOGUE);
        let lang = use_lang();
        Signal::derive(move || {
            let found = self
                .wrong
                .with(|wrong| wrong.iter().find(|(at, _)| *at == field).map(|(_, fault)| *fault));
            found.map(|fault| remark(w(), lang(), fault))
        })
    }

    fn made(self, next: &mut dyn FnMut() -> String) -> Result<Made, Vec<(Field, Fault)>> {
        self.lens.with_untracked(|scope| {
            self.draft
                .with(|draft| draft.read(&scope.ledger.own, scope.catalogue, next))
        })
    }

    fn save(self, toasts: Toasts, lang: Lang) {
        let read = untrack(|| self.made(&mut fresh));
        let name = self.draft.with_untracked(|draft| draft.name.trim().to_owned());
        let dialog = Drafted {
            lens: self.lens,
            toasts,
            faults: self.wrong,
            problems: self.problems,
            open: self.open,
        };
        dialog.keep(lang, &name, read);
    }
}

fn remark(w: &Words, lang: Lang, fault: Fault) -> String {
    match fault {
        Fault::Missing => w.missing.to_owned(),
        Fault::Taken => w.taken.to_owned(),
        Fault::NotDays => w.not_days.to_owned(),
        Fault::NoScale => w.needs_scale.to_owned(),
        Fault::TooWide(columns) => too_wide(lang, columns, MOST_COLUMNS),
        Fault::HasFigures(year) => has_figures(lang, year),
    }
}

/// The dialog.
#[component]
pub fn FormDialog(dialogs: Dialogs) -> impl IntoView {
    let w = use_words(&CATALOGUE);
    let open = open_while(dialogs.form);
    let title = move || {
        dialogs
            .form
            .with(|draft| match draft.as_ref().map(|draft| &draft.subject) {
                Some(Subject::Form(_)) => w().edit_form,
                Some(Subject::NewSection(_)) => w().new_section,
                Some(Subject::Section(..)) => w().edit_section,
                _ => w().new_form,
            })
    };
    view! {
        <Dialog open title=Signal::derive(move || title().to_owned())>
            {move || dialogs.form.get().map(|draft| view! { <FormFields lens=dialogs.lens draft open/> })}
        </Dialog>
    }
}

#[component]
fn FormFields(lens: Lens, draft: FormDraft, open: RwSignal<bool>) -> impl IntoView {
    let w = use_words(&CATALOGUE);
    let ui = use_words(&UI);
    let lang = use_lang();
    let toasts = use_toasts();
    let is_form = draft.is_form();
    let drafting = Drafting {
        lens,
        draft: RwSignal::new(draft),
        wrong: RwSignal::new(Vec::new()),
        problems: RwSignal::new(Vec::new()),
        open,
    };
    let count = Memo::new(move |_| drafting.draft.with(|draft| draft.lines.len()));
    let add_line = move || {
        drafting.change(Field::Lines, |draft| {
            let last = draft.lines.last();
            draft.lines.push(Line {
                section: last.map_or(0, |line| line.section),
                ..Line::new()
            });
        });
        focus_line(count.get_untracked() - 1);
    };
    view! {
        <form
            class="stack"
            on:submit=move |event| {
                event.prevent_default();
                drafting.save(toasts, untrack(lang));
            }
        >
            <TextField
                label=move || if is_form { w().form_name } else { w().section_name }
                value=drafting.text(|draft| draft.name.clone())
                on_change=move |text: String| drafting.change(Field::Name, |draft| draft.name = text)
                error=drafting.error(Field::Name)
                help=Signal::derive(move || if is_form { String::new() } else { w().section_help.to_owned() })
            />
            {is_form.then(|| view! { <FormReporting drafting/> })}
            {(!is_form).then(|| view! { <AskedOf drafting/> })}
            <fieldset class="field-group">
                <legend>{move || w().lines}</legend>
                <For each=move || 0..count.get() key=|at| *at let:at>
                    <LineFields drafting at on_enter=add_line/>
                </For>
                {move || {
                    drafting.error(Field::Lines).get().map(|text| view! { <p class="field__note field__error" role="alert">{text}</p> })
                }}
                <div class="row">
                    <Button label=move || w().add_line icon=IconName::Add small=true on_press=add_line/>
                </div>
                <PasteLines drafting/>
            </fieldset>
            <Preview drafting/>
            {move || {
                let problems = drafting.problems.get();
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

/// Which of the units that report the form are asked for the lines of a section.
#[component]
fn AskedOf(drafting: Drafting) -> impl IntoView {
    let w = use_words(&CATALOGUE);
    let (form, chosen) = drafting.draft.with_untracked(|draft| {
        let form = match &draft.subject {
            Subject::NewSection(form) | Subject::Section(form, _) => Some(form.clone()),
            _ => None,
        };
        (form, !draft.only.is_anybody())
    });
    let kinds = Signal::derive(move || {
        drafting.lens.catalogue(|catalogue| {
            let form = form.as_ref().and_then(|form| catalogue.form(form));
            form.map(|form| form.unit_kinds.clone()).unwrap_or_default()
        })
    });
    view! {
        <Disclosure label=move || w().only_lines open=chosen>
            <OnlyFields
                lens=drafting.lens
                label=move || w().only_lines
                kinds
                only=Signal::derive(move || drafting.draft.with(|draft| draft.only.clone()))
                on_change=move |only: Only| drafting.change(Field::Name, |draft| draft.only = only)
            />
        </Disclosure>
    }
}

/// How often, by whom, by when, under which area.
#[component]
fn FormReporting(drafting: Drafting) -> impl IntoView {
    let w = use_words(&CATALOGUE);
    let lang = use_lang();
    let filled = drafting.draft.with_untracked(|draft| draft.filled);
    let periods = Signal::derive(move || {
        let choice = |kind: PeriodKind| Choice::new(format!("{}", kind as u8), period_kind(lang(), kind));
        let now = drafting.draft.with(|draft| draft.period);
        let offered = PERIODS.into_iter().filter(|kind| !filled || *kind == now);
        offered.map(choice).collect::<Vec<_>>()
    });
    let areas = Signal::derive(move || {
        let w = w();
        let mut choices = vec![Choice::new("", w.no_area)];
        drafting.lens.with(|scope| {
            let areas = scope.catalogue.part().areas.iter();
            choices.extend(areas.map(|area| Choice::new(area.id.as_str(), area.label.in_lang(lang()))));
        });
        choices.push(Choice::new(OTHER, w.new_area));
        choices
    });
    let new_area = Memo::new(move |_| drafting.draft.with(|draft| draft.area == OTHER));
    view! {
        <Disclosure label=move || w().english>
            <TextField
                label=move || w().english
                value=drafting.text(|draft| draft.english.clone())
                on_change=move |text: String| drafting.change(Field::Name, |draft| draft.english = text)
                optional=true
            />
        </Disclosure>
        <div class="field-pair">
            <SelectField
                label=move || w().period
                choices=periods
                value=drafting.text(|draft| format!("{}", draft.period as u8))
                on_change=move |value: String| {
                    let kind = PERIODS.into_iter().find(|kind| format!("{}", *kind as u8) == value);
                    if let Some(kind) = kind {
                        drafting.change(Field::Name, |draft| draft.period = kind);
                    }
                }
                help=Signal::derive(move || if filled { w().period_locked.to_owned() } else { String::new() })
            />
            <NumberField
                label=move || w().due
                value=drafting.text(|draft| draft.due.clone())
                on_change=move |text: String| drafting.change(Field::Due, |draft| draft.due = text)
                unit=Signal::derive(move || w().days.to_owned())
                error=drafting.error(Field::Due)
            />
        </div>
        <fieldset
            class="field-group field-group--plain"
            data-wrong=move || drafting.error(Field::Kinds).get().is_some().then_some("")
        >
            <legend class="field__label">{move || w().kinds}</legend>
            {UnitKind::ALL
                .into_iter()
                .map(|kind| {
                    let checked = Signal::derive(move || drafting.draft.with(|draft| draft.kinds.contains(&kind)));
                    view! {
                        <Checkbox
                            label=move || kind_name(lang(), kind).to_owned()
                            checked
                            on_change=move |on: bool| {
                                drafting
                                    .change(
                                        Field::Kinds,
                                        |draft| {
                                            draft.kinds.retain(|of| *of != kind);
                                            if on {
                                                draft.kinds.push(kind);
                                                draft.kinds.sort();
                                            }
                                        },
                                    );
                            }
                        />
                    }
                })
                .collect_view()}
            {move || {
                drafting.error(Field::Kinds).get().map(|text| view! { <p class="field__note field__error" role="alert">{text}</p> })
            }}
        </fieldset>
        <SelectField
            label=move || w().area
            choices=areas
            value=drafting.text(|draft| draft.area.clone())
            on_change=move |value: String| drafting.change(Field::Area, |draft| draft.area = value)
        />
        {move || {
            new_area
                .get()
                .then(|| {
                    view! {
                        <TextField
                            label=move || w().area_name
                            value=drafting.text(|draft| draft.area_name.clone())
                            on_change=move |text: String| drafting.change(Field::Area, |draft| draft.area_name = text)
                            error=drafting.error(Field::Area)
                        />
                    }
                })
        }}
    }
}

/// Many lines at once, typed or pasted.
#[component]
fn PasteLines(drafting: Drafting) -> impl IntoView {
    let w = use_words(&CATALOGUE);
    let text = RwSignal::new(String::new());
    let take = move || {
        let lines = drafting
            .lens
            .catalogue(|catalogue| pasted(&text.get_untracked(), catalogue));
        if lines.is_empty() {
            return;
        }
        drafting.change(Field::Lines, |draft| {
            // Lines that were left empty make room.
            draft
                .lines
                .retain(|line| line.id.is_some() || !line.name.trim().is_empty());
            let section = draft.lines.last().map_or(0, |line| line.section);
            draft
                .lines
                .extend(lines.into_iter().map(|line| Line { section, ..line }));
        });
        text.set(String::new());
    };
    view! {
        <Disclosure label=move || w().paste>
            <TextArea
                label=move || w().paste_label
                value=text
                on_change=move |typed: String| text.set(typed)
                help=Signal::derive(move || w().paste_help.to_owned())
            />
            <div class="row">
                <Button label=move || w().paste_button small=true icon=IconName::Add on_press=take/>
            </div>
        </Disclosure>
    }
}

/// The head of the sheet that the draft makes.
#[component]
fn Preview(drafting: Drafting) -> impl IntoView {
    let w = use_words(&CATALOGUE);
    let lang = use_lang();
    let sheet = Memo::new(move |_| {
        let mut next = 0;
        // Names are enough to draw it: what else is missing is told when it is saved.
        let draft = drafting.draft.with(|draft| {
            let mut draft = draft.clone();
            if draft.name.trim().is_empty() {
                w().new_form.clone_into(&mut draft.name);
            }
            draft
        });
        drafting.lens.with(|scope| {
            let made = draft.read(&scope.ledger.own, scope.catalogue, &mut || {
                next += 1;
                format!("preview-{next}")
            });
            let made = made.ok()?;
            let after = Catalogue::with_own(&changed(&scope.ledger.own, &made.things, &made.removed));
            Some(lay_out(&after, &form_of(&made)?, Some(scope.today.year())))
        })
    });
    view! {
        <section class="catalogue__preview">
            <h3>{move || w().preview}</h3>
            {move || match sheet.get() {
                Some(sheet) => sheet_head(&sheet, w(), lang()),
                None => view! { <p class="muted">{w().empty_line}</p> }.into_any(),
            }}
        </section>
    }
}

/// The form that was made, or the section as a form of its own.
fn form_of(made: &Made) -> Option<Form> {
    made.things.iter().find_map(|thing| match thing {
        OwnThing::Form(form) => Some(form.clone()),
        OwnThing::Section(section) => Some(Form {
            id: FormId::new("preview"),
            label: section.label.clone(),
            help: None,
            unit_kinds: Vec::new(),
            period: PeriodKind::Year,
            due_days: 0,
            as_of: false,
            area: None,
            from_start: false,
            sections: vec![FormSection {
                label: section.label.clone(),
                measures: section.measures.clone(),
                only: section.only.clone(),
            }],
        }),
        _ => None,
    })
}

fn sheet_head(sheet: &Sheet, w: &'static Words, lang: Lang) -> AnyView {
    let depth = sheet.head.len().to_string();
    let columns = sheet.columns.len();
    let rows = sheet.head.iter().enumerate().map(|(at, row)| {
        let cells = row.iter().map(|cell| {
            let unit = cell.counting_unit.as_ref().map(|unit| unit.in_lang(lang).to_owned());
            view! {
                <th scope="col" colspan=cell.columns.to_string() rowspan=cell.rows.to_string()>
                    {cell.label.in_lang(lang).to_owned()}
                    {unit.map(|unit| view! { <small class="catalogue__unit">{unit}</small> })}
                </th>
            }
        });
        let corner = (at == 0).then(|| view! { <th scope="col" rowspan=depth.clone()>{w.unit_column}</th> });
        view! { <tr>{corner} {cells.collect_view()}</tr> }
    });
    view! {
        <div class="table-scroll" tabindex="0" role="group" aria-label=w.preview>
            <table class="table">
                <thead>{rows.collect_view()}</thead>
                <tbody>
                    <tr>
                        <th scope="row">"…"</th>
                        {(0..columns).map(|_| view! { <td></td> }).collect_view()}
                    </tr>
                </tbody>
            </table>
        </div>
    }
    .into_any()
}
