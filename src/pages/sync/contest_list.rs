//! The section of conflicts: groups with what chooses for all of them, and the conflicts below.

use leptos::prelude::*;
use wasm_bindgen::JsCast;
use web_sys::HtmlElement;

use super::contest::ContestView;
use super::contests::{Choice, Contest, fields, settle};
use super::nothing::Nothing;
use super::told::{GroupTold, Item, group_key, open_groups};
use crate::i18n::sync::{
    SYNC, choose_all_proposed, contests_line, effect_line, keep_all_official, more_contests, settled,
};
use crate::state::lens::{Lens, use_lens};
use crate::state::preferences::{use_lang, use_words};
use crate::state::router::{after_drawing, focus_heading};
use crate::state::sync::{Sync, use_sync};
use crate::sync::rights::Role;
use crate::ui::button::Button;
use crate::ui::disclosure::Disclosure;
use crate::ui::focus::all;
use crate::ui::icon::IconName;
use crate::ui::named_button::NamedButton;
use crate::ui::notice::Notice;
use crate::ui::page_head::Section;
use crate::ui::toast::{Toasts, use_toasts};

/// How many conflicts are drawn at first, and how many more at a press.
const AT_ONCE: usize = 30;

/// What settles conflicts, and who does. Cheap to copy.
#[derive(Clone, Copy)]
pub struct Settling {
    sync: Sync,
    lens: Lens,
    lang: Signal<crate::model::text::Lang>,
    toasts: Toasts,
}

impl Settling {
    /// Settles conflicts as one act, which a notice offers to undo; then goes on to the conflict that stands there next.
    pub fn settle(self, chosen: &[(Contest, Vec<Choice>)]) {
        let workspace = self.lens.workspace();
        let place = place_of_focus();
        let account = self.sync.standing.with_untracked(|standing| {
            let link = standing.link.as_ref();
            link.map(|link| link.name.clone()).unwrap_or_default()
        });
        let done = workspace.act(|records| {
            let chosen = chosen.iter().map(|(contest, choices)| (contest, choices.as_slice()));
            settle(chosen, &account, records)
        });
        let Some(done) = done else { return };
        let number = chosen.iter().map(|(contest, _)| contest.fields.len()).sum();
        let said = settled(self.lang.get_untracked(), number);
        self.toasts.offer_undo(said, move || workspace.undo_of(&done));
        focus_next(place);
    }

    /// The same choice for every field of a group, or of all groups.
    fn settle_all(self, group: Option<&str>, choice: &Choice) {
        let groups = untrack(|| open_groups(self.sync, self.lens));
        let of_group = groups
            .into_iter()
            .filter(|it| group.is_none_or(|key| group_key(it) == key));
        let chosen: Vec<(Contest, Vec<Choice>)> = of_group
            .flat_map(|group| group.contests)
            .map(|contest| {
                let choices = vec![choice.clone(); contest.fields.len()];
                (contest, choices)
            })
            .collect();
        self.settle(&chosen);
    }
}

/// Which conflict the focus is in.
fn place_of_focus() -> usize {
    let Some(root) = document().document_element() else {
        return 0;
    };
    let active = document().active_element();
    let cards = all(&root, ".contest");
    let at = cards
        .iter()
        .position(|card| card.contains(active.as_ref().map(AsRef::as_ref)));
    at.unwrap_or(0)
}

/// What was pressed goes with its conflict: the focus goes to the first button of the next, or to the page's heading.
fn focus_next(place: usize) {
    after_drawing(move || {
        let Some(root) = document().document_element() else {
            return;
        };
        let cards = all(&root, ".contest");
        let card = cards.get(place).or_else(|| cards.last());
        let button = card.and_then(|card| card.query_selector("button").ok().flatten());
        match button.and_then(|button| button.dyn_into::<HtmlElement>().ok()) {
            Some(button) => drop(button.focus()),
            None => focus_heading(),
        }
    });
}

/// The section.
#[component]
pub fn ContestSection(
    /// Everything that waits for a choice.
    listed: Memo<Vec<Item>>,
) -> impl IntoView {
    let w = use_words(&SYNC);
    let lang = use_lang();
    let (sync, lens) = (use_sync(), use_lens());
    let settling = Settling {
        sync,
        lens,
        lang: Signal::derive(lang),
        toasts: use_toasts(),
    };
    let number = Memo::new(move |_| fields(&contests(&listed.get())));
    let groups = move || listed.with(|items| items.iter().filter(|it| matches!(it, Item::Group(_))).count());
    let may_choose = Memo::new(move |_| {
        let role = sync
            .standing
            .with(|standing| standing.link.as_ref().map(|link| link.role));
        role != Some(Role::Viewer)
    });
    let limit = RwSignal::new(AT_ONCE);
    let shown = move || {
        let (most, mut taken) = (limit.get(), 0);
        let mut fits = |item: &Item| {
            taken += usize::from(matches!(item, Item::Contest(_)));
            taken <= most
        };
        listed.with(|items| items.iter().take_while(|item| fits(item)).cloned().collect::<Vec<_>>())
    };
    let hidden = Memo::new(move |_| {
        let all = listed.with(|items| items.iter().filter(|it| matches!(it, Item::Contest(_))).count());
        all.saturating_sub(limit.get())
    });
    let note = move || if number.get() > 0 { w().contests_note } else { "" };
    view! {
        <Section title=move || w().contests note=note>
            {move || {
                (number.get() == 0)
                    .then(|| {
                        view! { <Nothing title=move || w().contests_none why=move || w().contests_none_why/> }
                    })
            }}
            {move || {
                (number.get() > 0 && !may_choose.get()).then(|| view! { <Notice>{w().contests_read_only}</Notice> })
            }}
            {move || {
                (number.get() > 0)
                    .then(|| {
                        view! {
                            <div class="sync__all">
                                <p>{contests_line(lang(), number.get())}</p>
                                {(may_choose.get() && groups() > 1).then(|| bulk(settling, None, number.get(), w().contests.to_owned()))}
                            </div>
                        }
                    })
            }}
            <div class="contests">
                <For each=shown key=Item::key let:item>
                    {match item {
                        Item::Group(group) => group_head(settling, group, may_choose),
                        Item::Contest(told) => view! { <ContestView told settling may_choose/> }.into_any(),
                    }}
                </For>
            </div>
            {move || {
                (hidden.get() > 0)
                    .then(|| {
                        view! {
                            <Button
                                label=move || more_contests(lang(), hidden.get())
                                icon=IconName::Down
                                small=true
                                on_press=move || limit.update(|limit| *limit += AT_ONCE)
                            />
                        }
                    })
            }}
        </Section>
    }
}

fn contests(items: &[Item]) -> Vec<Contest> {
    let of_item = |item: &Item| match item {
        Item::Contest(told) => Some(told.contest.clone()),
        Item::Group(_) => None,
    };
    items.iter().filter_map(of_item).collect()
}

/// The heading of a group, with what chooses for all of it.
fn group_head(settling: Settling, group: GroupTold, may_choose: Memo<bool>) -> AnyView {
    let w = use_words(&SYNC);
    let lang = use_lang();
    let GroupTold {
        key,
        title,
        fields,
        contests,
        effects,
    } = group;
    let named = title.clone();
    let lines = effects
        .into_iter()
        .map(|(name, effect)| {
            let line = move || effect_line(lang(), effect.official, effect.proposed);
            view! { <li>{name} " · " {line}</li> }
        })
        .collect::<Vec<_>>();
    let has_effects = !lines.is_empty();
    view! {
        <div class="contests__head">
            <h3>{title}</h3>
            {move || {
                (contests > 1 && may_choose.get()).then(|| bulk(settling, Some(key.clone()), fields, named.clone()))
            }}
            {has_effects
                .then(|| {
                    view! {
                        <Disclosure label=move || w().bloc_total>
                            <ul class="contests__effects">{lines}</ul>
                        </Disclosure>
                    }
                })}
        </div>
    }
    .into_any()
}

/// Keeps or takes all at once.
fn bulk(settling: Settling, group: Option<String>, fields: usize, of: String) -> AnyView {
    let lang = use_lang();
    let (of_keep, of_take) = (of.clone(), of);
    let (keep, take) = (group.clone(), group);
    view! {
        <div class="row">
            <NamedButton
                label=move || keep_all_official(lang(), fields)
                of=move || of_keep.clone()
                icon=IconName::Check
                on_press=move || settling.settle_all(keep.as_deref(), &Choice::Official)
            />
            <NamedButton
                label=move || choose_all_proposed(lang(), fields)
                of=move || of_take.clone()
                icon=IconName::OnTrack
                on_press=move || settling.settle_all(take.as_deref(), &Choice::Proposed)
            />
        </div>
    }
    .into_any()
}
