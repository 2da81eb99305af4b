//! The choice of a sector, on every page whose figures can be of one.

use leptos::prelude::*;

use super::field::SelectField;
use super::menu::Choice;
use crate::i18n::ui::UI;
use crate::model::id::SectorId;
use crate::state::lens::Lens;
use crate::state::preferences::{use_lang, use_words};

/// The filter of the address that holds the sector.
const SECTOR: &str = "sector";

/// The sector that the address names; follows it.
pub fn use_sector(lens: Lens) -> Signal<Option<SectorId>> {
    let sector = lens.router().filter(SECTOR);
    Signal::derive(move || Some(sector.get()).filter(|id| !id.is_empty()).map(SectorId::new))
}

/// Chooses a sector, where the bloc has any; kept in the address.
#[component]
pub fn SectorFilter(
    /// The books.
    lens: Lens,
) -> impl IntoView {
    let w = use_words(&UI);
    let lang = use_lang();
    let router = lens.router();
    let sector = router.filter(SECTOR);
    let choices = Memo::new(move |_| {
        let lang = lang();
        let all = Choice::new("", w().all_sectors);
        lens.ledger(|ledger| {
            let sectors = ledger.sectors.iter();
            let sectors = sectors.map(|sector| Choice::new(sector.id.as_str(), sector.label.in_lang(lang)));
            std::iter::once(all).chain(sectors).collect::<Vec<_>>()
        })
    });
    let some = Memo::new(move |_| choices.with(Vec::len) > 1);
    move || {
        some.get().then(|| {
            view! {
                <SelectField
                    label=move || w().sector
                    choices
                    value=sector
                    compact=true
                    on_change=move |value: String| router.set_filter(SECTOR, &value)
                />
            }
        })
    }
}
