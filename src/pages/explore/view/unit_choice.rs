//! The choice of one unit: a level, a sector, and a search; never a list of all there are.

use super::filter;
use crate::i18n::explore::{EXPLORE, shown_of};
use crate::i18n::ui::UI;
use crate::i18n::units::kind_name;
use crate::model::id::SectorId;
use crate::model::text::Lang;
use crate::pages::explore::units::{Found, Level, Wanted, find};
use crate::report::period_name::capitalised;
use crate::state::lens::Lens;
use crate::state::preferences::{use_lang, use_words};
use crate::ui::button::Button;
use crate::ui::dialog::{Dialog, DialogKind};
use crate::ui::field::{SelectField, TextField};
use crate::ui::icon::IconName;
use crate::ui::menu::Choice;
use leptos::html;
use leptos::prelude::*;

/// The button that opens the choice.
#[component]
pub fn UnitChoice(
    /// The books.
    lens: Lens,
) -> impl IntoView {
    let w = use_words(&EXPLORE);
    let open = RwSignal::new(false);
    view! {
        <Button label=move || w().one_unit icon=IconName::Search on_press=move || open.set(true)/>
        <Dialog open title=move || w().one_unit kind=DialogKind::Sheet>
            <Chooser lens open/>
        </Dialog>
    }
}

#[component]
fn Chooser(lens: Lens, open: RwSignal<bool>) -> impl IntoView {
    let w = use_words(&EXPLORE);
    let ui = use_words(&UI);
    let lang = use_lang();
    let router = lens.router();
    let field = NodeRef::<html::Input>::new();
    Effect::new(move || {
        if let Some(field) = field.get() {
            let _ = field.focus();
        }
    });
    let wanted = RwSignal::new(Wanted::default());
    let levels = Memo::new(move |_| lens.ledger(Level::of));
    let sectors = Memo::new(move |_| {
        let lang = lang();
        let all = Choice::new("", ui().all_sectors);
        lens.ledger(|ledger| {
            let sectors = ledger.sectors.iter();
            let sectors = sectors.map(|sector| Choice::new(sector.id.as_str(), sector.label.in_lang(lang)));
            std::iter::once(all).chain(sectors).collect::<Vec<_>>()
        })
    });
    let found = Memo::new(move |_| {
        let period = lens.period();
        lens.with(|scope| {
            let span = scope.ledger.span(&period).unwrap_or((scope.today, scope.today));
            wanted.with(|wanted| find(scope.ledger, wanted, span))
        })
    });
    let choose = move |unit: &str| {
        router.set_filter(filter::WHOSE, &format!("{}{unit}", filter::UNIT));
        open.set(false);
    };
    let level_choices = move || {
        let lang = lang();
        let one = |level: &Level| Choice::new(level.key(), level_name(lang, w().any_level, *level));
        levels.with(|levels| levels.iter().map(one).collect::<Vec<_>>())
    };
    let some = |memo: Memo<Vec<Choice>>| Memo::new(move |_| memo.with(Vec::len) > 1);
    let (many_levels, many_sectors) = (Memo::new(move |_| levels.with(Vec::len) > 1), some(sectors));
    let list = move || {
        let Found { units, .. } = found.get();
        let line = |(unit, name, above): (crate::model::id::UnitId, String, String)| {
            view! {
                <li>
                    <button type="button" class="menu__item" on:click=move |_| choose(unit.as_str())>
                        <span class="menu__words">
                            <span>{name}</span>
                            {(!above.is_empty()).then(|| view! { <span class="menu__hint">{above}</span> })}
                        </span>
                    </button>
                </li>
            }
        };
        units.into_iter().map(line).collect_view()
    };
    view! {
        <form
            class="unit-choice"
            on:submit=move |event| {
                event.prevent_default();
                let first = found.with_untracked(|found| found.units.first().map(|(unit, ..)| unit.clone()));
                if let Some(unit) = first {
                    choose(unit.as_str());
                }
            }
        >
            <TextField
                label=move || w().find_unit
                placeholder=move || w().find_unit
                value=Signal::derive(move || wanted.with(|wanted| wanted.query.clone()))
                on_change=move |query| wanted.update(|wanted| wanted.query = query)
                search=true
                node_ref=field
            />
            {move || {
                many_levels
                    .get()
                    .then(|| {
                        view! {
                            <SelectField
                                label=move || w().level
                                choices=Signal::derive(level_choices)
                                value=Signal::derive(move || wanted.with(|wanted| wanted.level.key()))
                                on_change=move |key: String| {
                                    let level = levels
                                        .with_untracked(|levels| levels.iter().copied().find(|level| level.key() == key));
                                    wanted.update(|wanted| wanted.level = level.unwrap_or_default());
                                }
                            />
                        }
                    })
            }}
            {move || {
                many_sectors
                    .get()
                    .then(|| {
                        view! {
                            <SelectField
                                label=move || ui().sector
                                choices=sectors
                                value=Signal::derive(move || {
                                    wanted.with(|wanted| wanted.sector.as_ref().map_or_else(String::new, ToString::to_string))
                                })
                                on_change=move |id: String| {
                                    let sector = Some(id).filter(|id| !id.is_empty()).map(SectorId::new);
                                    wanted.update(|wanted| wanted.sector = sector);
                                }
                            />
                        }
                    })
            }}
        </form>
        <p class="muted small" role="status">
            {move || found.with(|found| shown_of(lang(), found.units.len(), found.all))}
        </p>
        <ul class="unit-choice__list">{list}</ul>
    }
}

fn level_name(lang: Lang, any: &str, level: Level) -> String {
    match level {
        Level::Grassroots => capitalised(crate::i18n::explore::grassroots(lang)),
        Level::Of(kind) => capitalised(kind_name(lang, kind)),
        Level::Any => any.to_owned(),
    }
}
