//! Of whom something is asked: kinds of units, sectors. Where nothing is chosen, of everybody who reports the form.

use crate::i18n::catalogue::CATALOGUE;
use crate::i18n::units::kind_name;
use crate::model::condition::Only;
use crate::model::id::SectorId;
use crate::model::text::Text;
use crate::model::unit::UnitKind;
use crate::state::lens::Lens;
use crate::state::preferences::{use_lang, use_words};
use crate::ui::toggle::Checkbox;
use leptos::prelude::*;

/// The choice.
#[component]
pub fn OnlyFields(
    /// The books, for the sectors.
    lens: Lens,
    /// What is asked of them.
    #[prop(into)]
    label: Signal<&'static str>,
    /// The kinds of units to choose from.
    #[prop(into)]
    kinds: Signal<Vec<UnitKind>>,
    /// What is chosen.
    #[prop(into)]
    only: Signal<Only>,
    /// Runs with another choice.
    #[prop(into)]
    on_change: Callback<(Only,)>,
) -> impl IntoView {
    let w = use_words(&CATALOGUE);
    let lang = use_lang();
    // What is chosen and not offered any more stays to be seen, so that it can be taken out.
    let offered = Memo::new(move |_| {
        let mut offered = kinds.get();
        offered.extend(only.with(|only| only.unit_kinds.clone()));
        offered.sort();
        offered.dedup();
        offered
    });
    let sectors: Vec<(SectorId, Text)> = lens.ledger_untracked(|ledger| {
        let sectors = ledger.sectors.iter();
        sectors
            .map(|sector| (sector.id.clone(), sector.label.clone()))
            .collect()
    });
    let kind = move |kind: UnitKind| {
        let turn = move |on: bool| {
            let mut only = only.get_untracked();
            only.unit_kinds.retain(|of| *of != kind);
            if on {
                only.unit_kinds.push(kind);
                only.unit_kinds.sort();
            }
            on_change.run((only,));
        };
        view! {
            <Checkbox
                label=move || kind_name(lang(), kind).to_owned()
                checked=Signal::derive(move || only.with(|only| only.unit_kinds.contains(&kind)))
                on_change=turn
            />
        }
    };
    let sector = move |(id, label): (SectorId, Text)| {
        let shown = id.clone();
        let turn = move |on: bool| {
            let mut only = only.get_untracked();
            only.sectors.retain(|of| *of != id);
            if on {
                only.sectors.push(id.clone());
            }
            on_change.run((only,));
        };
        view! {
            <Checkbox
                label=move || label.in_lang(lang()).to_owned()
                checked=Signal::derive(move || only.with(|only| only.sectors.contains(&shown)))
                on_change=turn
            />
        }
    };
    let some_sectors = !sectors.is_empty();
    view! {
        <fieldset class="field-group field-group--plain">
            <legend class="field__label">{label}</legend>
            <p class="muted small">{move || w().only_help}</p>
            <fieldset class="field-group field-group--plain">
                <legend class="field__note">{move || w().only_kinds}</legend>
                {move || offered.get().into_iter().map(kind).collect_view()}
            </fieldset>
            {some_sectors
                .then(|| {
                    view! {
                        <fieldset class="field-group field-group--plain">
                            <legend class="field__note">{move || w().only_sectors}</legend>
                            {sectors.into_iter().map(sector).collect_view()}
                        </fieldset>
                    }
                })}
        </fieldset>
    }
}
