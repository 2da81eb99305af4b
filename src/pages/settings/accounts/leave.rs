//! Leaving the server: what is in the bloc is kept by a backup first, then it stays here as a copy or goes from this device.
//! Changes that would be lost are taken away as a list, or given up in so many words.

use leptos::prelude::*;
use leptos::task::spawn_local;
use std::collections::BTreeSet;

use super::asked::{Asked, TroubleNote};
use crate::i18n::leaving::{LEAVING, not_needed, session_goes_on, would_be_lost};
use crate::pages::backup::Before;
use crate::pages::lazy::{self, DrawBackupButton, Later};
use crate::pages::sync::queue::{Entry, State};
use crate::pages::sync::queue_files::{Files, entries_of};
use crate::platform::clock::moment;
use crate::platform::http::may_be_online;
use crate::state::lens::use_lens;
use crate::state::preferences::{use_lang, use_words};
use crate::state::route::Route;
use crate::state::router::use_router;
use crate::state::sync::farewell::Farewell;
use crate::state::sync::{Phase, Standing, use_sync};
use crate::state::workspace::use_workspace;
use crate::ui::button::{Button, ButtonKind};
use crate::ui::dialog::Dialog;
use crate::ui::dialog_form::DialogForm;
use crate::ui::icon::IconName;
use crate::ui::making::{MakingDialog, use_making};
use crate::ui::menu::Choice;
use crate::ui::notice::{Notice, NoticeKind};
use crate::ui::segmented::Segmented;
use crate::ui::toast::use_toasts;
use crate::ui::toggle::Checkbox;

const KEEP: &str = "keep";
const WIPE: &str = "wipe";

/// The button and its dialog.
#[component]
pub fn Leave() -> impl IntoView {
    let w = use_words(&LEAVING);
    let open = RwSignal::new(false);
    view! {
        <div class="row">
            <Button label=move || w().leave kind=ButtonKind::Quiet small=true on_press=move || open.set(true)/>
        </div>
        <Dialog open title=move || w().leave>
            <Fields open/>
        </Dialog>
    }
}

/// What would be lost, and whether a person has it or gave it up.
#[derive(Clone, Copy)]
struct AtStake {
    /// What the server refused, and what it has not heard of.
    queue: RwSignal<Vec<Entry>>,
    wipes: Memo<bool>,
    /// The edits that are in a file.
    taken: RwSignal<BTreeSet<String>>,
    given_up: RwSignal<bool>,
    undecided: RwSignal<bool>,
}

impl AtStake {
    fn new(wipes: Memo<bool>) -> AtStake {
        let (sync, queue) = (use_sync(), RwSignal::new(Vec::new()));
        spawn_local(async move {
            let found = entries_of(sync.queue().await.unwrap_or_default(), false);
            let _ = queue.try_set(found);
        });
        AtStake {
            queue,
            wipes,
            taken: RwSignal::new(BTreeSet::new()),
            given_up: RwSignal::new(false),
            undecided: RwSignal::new(false),
        }
    }

    fn lost(self) -> Vec<Entry> {
        let wipes = self.wipes.get();
        let is_lost = |entry: &&Entry| match entry.state {
            State::Rejected(_) => true,
            State::Waiting | State::OtherAccount | State::Sending => wipes,
            _ => false,
        };
        self.queue.with(|queue| queue.iter().filter(is_lost).cloned().collect())
    }

    fn are_taken(self, lost: &[Entry]) -> bool {
        self.taken
            .with(|taken| lost.iter().all(|entry| taken.contains(&entry.op.op_id)))
    }

    /// Whether leaving would lose what nobody has and nobody gave up.
    fn is_open(self) -> bool {
        !self.given_up.get() && !self.are_taken(&self.lost())
    }
}

#[component]
fn Fields(open: RwSignal<bool>) -> impl IntoView {
    let w = use_words(&LEAVING);
    let lang = use_lang();
    let sync = use_sync();
    let toasts = use_toasts();
    let router = use_router();
    let workspace = use_workspace();
    let way = RwSignal::new(KEEP.to_owned());
    let wipes = Memo::new(move |_| way.with(|way| way == WIPE));
    let at_stake = AtStake::new(wipes);
    let asked = Asked::new();
    let stays_unsent = move || !wipes.get() && sync.standing.with(|standing| standing.unsent > 0);
    let is_away = Memo::new(move |_| {
        let is_unanswered = |standing: &Standing| matches!(standing.phase, Phase::Offline | Phase::WaitingUntil(_));
        sync.standing.with(is_unanswered) || !may_be_online()
    });
    let until = move || moment(lang(), sync.standing.with(Standing::session_ends_ms));
    let entry = workspace.current.get_untracked();
    let send = move || {
        if untrack(|| at_stake.is_open()) {
            at_stake.undecided.set(true);
            return;
        }
        let wipe = wipes.get_untracked();
        let words = untrack(w);
        let leaving = async move {
            let farewell = sync.leave(wipe).await?;
            // Done here: without its server the bloc has no such panel any more, and this dialog goes with it.
            let _ = open.try_set(false);
            toasts.say(match farewell {
                Farewell::Ended => words.left,
                Farewell::Owed(_) => words.left_owing,
            });
            if wipe {
                let mut home = router.place_untracked().at(Route::Overview);
                (home.bloc, home.period) = (None, None);
                router.go(home);
            }
            Ok(())
        };
        asked.run(leaving, |()| ());
    };
    let ways = move || vec![Choice::new(KEEP, w().keep), Choice::new(WIPE, w().wipe)];
    let help = move || if wipes.get() { w().wipe_help } else { w().keep_help };
    let choose = move |chosen: String| {
        // What was given up before is not what is lost now.
        at_stake.given_up.set(false);
        at_stake.undecided.set(false);
        way.set(chosen);
    };
    view! {
        <DialogForm button=move || w().leave on_send=send on_cancel=move || open.set(false)>
            <p>{move || w().why}</p>
            {entry
                .clone()
                .map(|entry| {
                    view! {
                        <Later
                            fetch=lazy::backup_button
                            draw=move |draw: DrawBackupButton| draw(entry.clone(), Before::Removal)
                            lines=1
                        />
                    }
                })}
            <Segmented label=move || w().leave choices=Signal::derive(ways) value=way on_change=choose/>
            <p class="muted small">{help}</p>
            {move || {
                stays_unsent().then(|| view! { <Notice kind=NoticeKind::Warning>{move || w().unsent_stay}</Notice> })
            }}
            <Lost at_stake/>
            {move || is_away.get().then(|| view! { <Notice>{move || session_goes_on(lang(), &until())}</Notice> })}
            <TroubleNote asked/>
        </DialogForm>
    }
}

/// What would be lost: how many changes, a list of them, and that they are not needed.
#[component]
fn Lost(at_stake: AtStake) -> impl IntoView {
    let w = use_words(&LEAVING);
    let lang = use_lang();
    let making = use_making();
    let files = Files {
        lens: use_lens(),
        lang: Signal::derive(lang),
        making,
    };
    let counts = Memo::new(move |_| {
        let lost = at_stake.lost();
        let refused = lost.iter().filter(|it| matches!(it.state, State::Rejected(_))).count();
        (refused, lost.len() - refused)
    });
    let take = move || {
        let lost = untrack(|| at_stake.lost());
        let ids: Vec<String> = lost.iter().map(|entry| entry.op.op_id.clone()).collect();
        files.csv(&lost, move || {
            let _ = at_stake.taken.try_update(|taken| taken.extend(ids));
            let _ = at_stake.undecided.try_set(false);
        });
    };
    let is_taken = Memo::new(move |_| at_stake.are_taken(&at_stake.lost()));
    view! {
        {move || {
            let (refused, unsent) = counts.get();
            let all = refused + unsent;
            (all > 0)
                .then(|| {
                    view! {
                        <div class="stack">
                            <Notice kind=NoticeKind::Warning>{move || would_be_lost(lang(), refused, unsent)}</Notice>
                            <div class="row">
                                <Button label=move || w().take icon=IconName::Download small=true on_press=take/>
                            </div>
                            {move || match is_taken.get() {
                                true => view! { <Notice kind=NoticeKind::Done>{move || w().taken}</Notice> }.into_any(),
                                false => {
                                    view! {
                                        <Checkbox
                                            label=move || not_needed(lang(), all)
                                            checked=at_stake.given_up
                                            on_change=move |given_up| {
                                                at_stake.given_up.set(given_up);
                                                at_stake.undecided.set(false);
                                            }
                                        />
                                    }
                                        .into_any()
                                }
                            }}
                        </div>
                    }
                })
        }}
        <div role="alert">
            {move || {
                at_stake
                    .undecided
                    .get()
                    .then(|| view! { <Notice kind=NoticeKind::Failure>{move || w().undecided}</Notice> })
            }}
        </div>
        <MakingDialog making/>
    }
}
