//! The note over figures that are closed: who closed them and when, and where they are opened again.

use crate::i18n::returns::{CLOSING, closed_line};
use crate::model::closing::Closing;
use crate::platform::clock::moment;
use crate::report::period_name::period_title;
use crate::state::lens::Lens;
use crate::state::preferences::{use_lang, use_words};
use crate::state::route::Route;
use crate::state::sync::{Standing, use_sync};
use crate::ui::link::A;
use crate::ui::notice::{Notice, NoticeKind};
use leptos::prelude::*;

/// The note; nothing where nothing is closed.
#[component]
pub fn ClosedNote(
    /// The books.
    lens: Lens,
    /// What closes the figures below.
    closing: Memo<Option<Closing>>,
) -> impl IntoView {
    let w = use_words(&CLOSING);
    let lang = use_lang();
    let standing = use_sync().standing;
    let can_open = Memo::new(move |_| standing.with(Standing::may_reopen));
    move || {
        closing.get().map(|closing| {
            let place = lens
                .router()
                .place_untracked()
                .at(Route::Returns)
                .with_period(&closing.period.to_string());
            let said = move || {
                let period = lens.ledger(|ledger| period_title(lang(), &closing.period, ledger));
                let mut said = closed_line(lang(), &period, &moment(lang(), closing.at_ms), &closing.by);
                if !closing.note.is_empty() {
                    said.push_str(": ");
                    said.push_str(&closing.note);
                }
                said
            };
            view! {
                <Notice kind=NoticeKind::Warning>
                    <p>
                        <strong>{said} "."</strong>
                        " "
                        {move || match can_open.get() {
                            true => {
                                view! {
                                    {w().read_only}
                                    " "
                                    <A to=place.clone()>{w().to_page}</A>
                                    "."
                                }
                                    .into_any()
                            }
                            false => w().read_only_here.into_any(),
                        }}
                    </p>
                </Notice>
            }
        })
    }
}
