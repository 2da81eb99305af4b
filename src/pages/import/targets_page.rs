//! The import of targets: the table, its columns, what rows are of that do not say, what would change, one button.

use leptos::prelude::*;

use super::list::ListDraft;
use super::list_page::{ListChanges, ListPage, fate};
use crate::exchange::import::names::Names;
use crate::exchange::import::sheet::RawSheet;
use crate::exchange::import::targets::{
    TargetChange, TargetColumn, TargetReading, TargetRow, find_layout, guess, rows,
};
use crate::i18n::import::{
    IMPORT, Import, target_column, target_problem, targets_finding, targets_same, targets_write, targets_written,
};
use crate::i18n::targets::TARGETS;
use crate::model::id::IndicatorId;
use crate::model::ledger::Ledger;
use crate::model::number::format_count;
use crate::model::period::Period;
use crate::model::target::{Target, TargetValue};
use crate::model::text::Lang;
use crate::model::unit::Unit;
use crate::platform::ids::new_id;
use crate::report::period_name::{capitalised, period_name};
use crate::report::sentence::from_analysis::unit_name;
use crate::state::lens::{Lens, use_lens};
use crate::state::preferences::{use_lang, use_words};
use crate::state::route::Route;
use crate::state::router::use_router;
use crate::ui::badge::Tone;
use crate::ui::field::SelectField;
use crate::ui::icon::IconName;
use crate::ui::menu::Choice;
use crate::ui::page_head::Section;
use crate::ui::table::{Cell, Column, Row};
use crate::ui::toast::use_toasts;

/// The list that is being prepared. Cheap to copy.
#[derive(Clone, Copy)]
struct Draft {
    lens: Lens,
    list: ListDraft<TargetColumn>,
    /// What rows measure that do not say; empty for nothing.
    measure: RwSignal<String>,
    found: Memo<Vec<TargetRow>>,
}

impl Draft {
    fn new(lens: Lens) -> Draft {
        let find = move |sheet: &RawSheet| {
            let names = lens.ledger_untracked(|ledger| Names::of(ledger.units.iter()));
            find_layout(sheet, &names)
        };
        let list = ListDraft::new("targets", target_column, find, guess);
        let measure = RwSignal::new(String::new());
        let fresh = StoredValue::new(new_id());
        let found = Memo::new(move |_| {
            let period = lens.period();
            let measure = Some(measure.get())
                .filter(|id| !id.is_empty())
                .map(|id| IndicatorId::new(&id));
            lens.with(|scope| {
                let units: Vec<Unit> = scope.ledger.units.iter().cloned().collect();
                let targets: Vec<Target> = scope.ledger.targets.values().cloned().collect();
                list.sheet.with(|sheet| {
                    list.layout.with(|layout| {
                        let (Some(sheet), Some(layout)) = (sheet, layout) else {
                            return Vec::new();
                        };
                        list.mapping.with(|mapping| {
                            fresh.with_value(|fresh| {
                                rows(TargetReading {
                                    sheet,
                                    layout,
                                    mapping,
                                    units: &units,
                                    root: &scope.root,
                                    indicators: scope.catalogue.indicators(),
                                    measure: measure.as_ref(),
                                    period: &period,
                                    targets: &targets,
                                    fresh,
                                })
                            })
                        })
                    })
                })
            })
        });
        Draft {
            lens,
            list,
            measure,
            found,
        }
    }

    fn count(self, is: fn(TargetChange) -> bool) -> usize {
        self.found.with(|rows| rows.iter().filter(|row| is(row.change)).count())
    }
}

/// The page.
#[component]
pub fn TargetsImport() -> impl IntoView {
    let w = use_words(&IMPORT);
    let words = use_words(&TARGETS);
    let lang = use_lang();
    let lens = use_lens();
    let router = use_router();
    let toasts = use_toasts();
    let draft = Draft::new(lens);
    let written = Memo::new(move |_| {
        draft
            .found
            .with(|rows| rows.iter().filter(|row| row.is_written()).count())
    });
    let finding = move || {
        targets_finding(
            lang(),
            draft.count(|change| change == TargetChange::New),
            draft.count(|change| matches!(change, TargetChange::Changed | TargetChange::Suspicious)),
            draft.count(|change| matches!(change, TargetChange::Invalid(_) | TargetChange::Suspicious)),
        )
    };
    let write = move || {
        let targets: Vec<Target> = draft.found.with_untracked(|rows| {
            let written = rows.iter().filter(|row| row.is_written());
            written.filter_map(|row| row.after.clone()).collect()
        });
        if let Some(done) = lens.workspace().put(&targets) {
            let count = targets.len();
            toasts.offer_undo(targets_written(untrack(lang), count), move || {
                lens.workspace().undo_of(&done)
            });
            router.go(router.place_untracked().at(Route::Targets));
        }
    };
    view! {
        <ListPage
            list=draft.list
            title=move || w().targets_title
            finding=finding
            home=Route::Targets
            home_title=move || words().title
            home_link=move || words().title
            count=written
            button=move || targets_write(lang(), written.get())
            write=Callback::new(move |()| write())
        >
            <ForRows draft/>
            <Changes draft/>
        </ListPage>
    }
}

/// What rows measure that do not say; the period is the one at the top of the window.
#[component]
fn ForRows(draft: Draft) -> impl IntoView {
    let w = use_words(&IMPORT);
    let lang = use_lang();
    let choices = Signal::derive(move || {
        let lang = lang();
        let mut all = vec![Choice::new("", w().no_measure)];
        draft.lens.catalogue(|catalogue| {
            let indicators = catalogue.indicators().iter();
            all.extend(indicators.map(|of| Choice::new(of.id.to_string(), of.label.in_lang(lang))));
        });
        all
    });
    let lacks = Memo::new(move |_| {
        let whole = |column| draft.list.mapping.with(|mapping| mapping.place(column).is_some());
        !(whole(TargetColumn::Measure) && whole(TargetColumn::Period))
    });
    let period = move || {
        let (lang, period) = (lang(), draft.lens.period());
        let name = draft.lens.ledger(|ledger| period_name(lang, &period, ledger));
        format!("{}: {name}", w().period)
    };
    move || {
        lacks.get().then(|| {
            view! {
                <Section title=move || w().for_rows note=move || w().for_rows_note>
                    <SelectField
                        label=move || w().measure
                        choices
                        value=draft.measure
                        on_change=move |id: String| draft.measure.set(id)
                    />
                    <p class="muted">{period}</p>
                </Section>
            }
        })
    }
}

/// What would change, the doubtful first.
#[component]
fn Changes(draft: Draft) -> impl IntoView {
    let w = use_words(&IMPORT);
    let lang = use_lang();
    let head = move || {
        vec![
            Column::words(w().unit),
            Column::words(w().measure),
            Column::words(w().period),
            Column::figures(w().before),
            Column::figures(w().after),
            Column::words(w().meaning),
        ]
    };
    let lines = move || {
        let (words, lang) = (w(), lang());
        draft.found.with(|rows| {
            let mut rows: Vec<&TargetRow> = rows.iter().filter(|row| row.change != TargetChange::Same).collect();
            rows.sort_by_key(|row| !matches!(row.change, TargetChange::Invalid(_) | TargetChange::Suspicious));
            let line = |row: &&TargetRow| {
                let measure = measure_name(draft.lens, lang, row);
                draft.lens.ledger(|ledger| line(words, lang, row, measure, ledger))
            };
            rows.iter().map(line).collect::<Vec<_>>()
        })
    };
    let same = move || match draft.count(|change| change == TargetChange::Same) {
        0 => String::new(),
        same => targets_same(lang(), same),
    };
    let is_same = Memo::new(move |_| draft.count(|change| change != TargetChange::Same) == 0);
    view! {
        <ListChanges
            note=move || w().changes_note
            columns=Signal::derive(head)
            rows=Signal::derive(lines)
            is_same
            why_none=move || w().no_targets_change
            same=same
        />
    }
}

fn measure_name(lens: Lens, lang: Lang, row: &TargetRow) -> String {
    let id = row.after.as_ref().and_then(|target| target.indicator.clone());
    let named = id.and_then(|id| {
        lens.catalogue(|catalogue| catalogue.indicator(&id).map(|of| of.label.in_lang(lang).to_owned()))
    });
    named.unwrap_or_else(|| row.typed.1.clone())
}

fn value_text(lang: Lang, target: &Target) -> String {
    let value = match target.value {
        TargetValue::Count(count) => format_count(count, lang),
        TargetValue::Percent(percent) => percent.format_short(lang),
    };
    format!("{} {value}", target.comparison.sign())
}

fn line(words: &'static Import, lang: Lang, row: &TargetRow, measure: String, ledger: &Ledger) -> Row {
    let (label, icon, tone) = match row.change {
        TargetChange::Invalid(_) => (words.invalid, IconName::Warning, Tone::Bad),
        TargetChange::Suspicious => (words.far, IconName::Warning, Tone::Warn),
        TargetChange::Changed => (words.changed, IconName::Edit, Tone::Calm),
        TargetChange::Repeated => (words.repeated, IconName::None, Tone::None),
        TargetChange::New | TargetChange::Same => (words.new, IconName::Add, Tone::None),
    };
    let why = match row.change {
        TargetChange::Invalid(problem) => target_problem(lang, problem),
        _ => "",
    };
    let after = row.after.as_ref();
    let unit = after.map_or_else(|| row.typed.0.clone(), |target| unit_name(ledger, &target.unit));
    let period = |period: &Period| capitalised(&period_name(lang, period, ledger));
    let before = row.before.as_ref().map(|target| value_text(lang, target));
    Row::new(vec![
        Cell::text(unit),
        Cell::text(measure),
        Cell::text(after.map_or_else(String::new, |target| period(&target.period))),
        before.map_or_else(Cell::none, Cell::text),
        Cell::text(after.map_or_else(|| row.value.clone(), |target| value_text(lang, target))),
        fate(label, icon, tone, why.to_owned()),
    ])
}
