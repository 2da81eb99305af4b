//! Reminders: the text for one unit, the list of all who owe something, one message for the group. They are copied, not sent.

use super::Seen;
use crate::i18n::returns::{RETURNS, more_units, owes, reminders_line};
use crate::model::text::Lang;
use crate::pages::returns::figures::{owed, owed_by_paper, units_of};
use crate::platform::clipboard;
use crate::report::sentence::reminder::{Books, group_reminder, reminder};
use crate::state::preferences::{use_lang, use_words};
use crate::ui::button::Button;
use crate::ui::dialog::{Dialog, DialogKind};
use crate::ui::disclosure::Disclosure;
use crate::ui::icon::{Icon, IconName};
use crate::ui::named_button::NamedButton;
use crate::ui::notice::{Notice, NoticeKind};
use leptos::html;
use leptos::prelude::*;
use leptos::task::spawn_local;
use std::collections::BTreeSet;

/// Reminders that are listed at once; a longer list is narrowed first.
const LISTED: usize = 200;

impl Seen {
    fn books<T>(self, ask: impl FnOnce(Books<'_>, &str) -> T) -> T {
        self.lens.with(|scope| {
            let sender = scope.ledger.root().map(|root| root.name.clone()).unwrap_or_default();
            let books = Books {
                ledger: scope.ledger,
                catalogue: scope.catalogue,
                today: scope.today,
            };
            ask(books, &sender)
        })
    }

    /// The reminder to a unit; `None` where it owes nothing.
    pub fn reminder_to(self, lang: Lang, place: usize) -> Option<String> {
        let name = self.unit_name(place);
        let owed = self
            .matrix
            .with(|matrix| self.lens.ledger(|ledger| owed(matrix, ledger, place)));
        (!owed.is_empty()).then(|| self.books(|books, sender| reminder(lang, books, sender, &name, &owed)))
    }

    /// The units that are shown and owe something.
    fn debtors(self) -> Vec<usize> {
        self.matrix.with(|matrix| {
            let mut units = self.lines.with(|lines| units_of(lines));
            units.retain(|place| matrix.sum_of(*place, 0..matrix.papers.len()).owed() > 0);
            units
        })
    }

    fn group_reminder(self, lang: Lang, units: &[usize]) -> String {
        let papers = self
            .matrix
            .with(|matrix| self.lens.ledger(|ledger| owed_by_paper(matrix, ledger, units)));
        self.books(|books, sender| group_reminder(lang, books, sender, &papers))
    }
}

/// A button that copies a text, the text to be read, and what to do where the browser does not copy.
#[component]
pub fn CopyText(
    /// What the button says.
    #[prop(into)]
    label: Signal<String>,
    /// Whom it is for, where several stand in a list.
    #[prop(optional, into)]
    of: String,
    /// The text.
    #[prop(into)]
    text: Signal<String>,
    /// Runs when it is on the clipboard.
    #[prop(optional, into)]
    on_copied: Option<Callback<()>>,
    /// Whether it was copied before.
    #[prop(optional, into)]
    before: Signal<bool>,
    /// Folds the text away.
    #[prop(optional)]
    folded: bool,
) -> impl IntoView {
    let w = use_words(&RETURNS);
    let field = NodeRef::<html::Textarea>::new();
    let copied = RwSignal::new(false);
    let refused = RwSignal::new(false);
    let copy = move || {
        let text = text.get_untracked();
        spawn_local(async move {
            let done = clipboard::copy(&text).await;
            if copied.try_set(done).is_some() || refused.try_set(!done).is_some() {
                return;
            }
            if let (true, Some(on_copied)) = (done, on_copied) {
                on_copied.run(());
            }
            // What cannot be put on the clipboard is selected, to be copied by hand.
            if !done {
                request_animation_frame(move || {
                    if let Some(field) = field.try_get_untracked().flatten() {
                        let _ = field.focus();
                        field.select();
                    }
                });
            }
        });
    };
    let is_done = move || copied.get() || before.get();
    let area = move || {
        view! {
            <textarea
                node_ref=field
                class="field__input field__input--lines"
                readonly
                rows="9"
                aria-label=move || w().text
                prop:value=text
            ></textarea>
        }
    };
    view! {
        <div class="returns__copy">
            <div class="row">
                {match of.is_empty() {
                    true => view! { <Button label=label icon=IconName::Copy small=folded on_press=copy/> }.into_any(),
                    false => view! { <NamedButton label of icon=IconName::Copy on_press=copy/> }.into_any(),
                }}
                <span role="status">
                    {move || {
                        is_done()
                            .then(|| {
                                view! {
                                    <span class="returns__copied">
                                        <Icon name=IconName::Check small=true/>
                                        {w().copied}
                                    </span>
                                }
                            })
                    }}
                </span>
            </div>
            {move || {
                refused.get().then(|| view! { <Notice kind=NoticeKind::Warning>{w().not_copied}</Notice> })
            }}
            {move || {
                if folded && !refused.get() {
                    view! { <Disclosure label=move || w().show_text>{area()}</Disclosure> }.into_any()
                } else {
                    area().into_any()
                }
            }}
        </div>
    }
}

/// All reminders, one after another.
#[component]
pub fn RemindDialog(seen: Seen) -> impl IntoView {
    let w = use_words(&RETURNS);
    view! {
        <Dialog open=seen.reminding title=move || w().reminders kind=DialogKind::Sheet>
            <Reminders seen/>
        </Dialog>
    }
}

#[component]
fn Reminders(seen: Seen) -> impl IntoView {
    let w = use_words(&RETURNS);
    let lang = use_lang();
    let copied = RwSignal::new(BTreeSet::<usize>::new());
    let debtors = Memo::new(move |_| seen.debtors());
    let line = move |place: usize| {
        let name = seen.unit_name(place);
        let sum = seen.matrix.with(|matrix| matrix.sum_of(place, 0..matrix.papers.len()));
        let text = Signal::derive(move || seen.reminder_to(lang(), place).unwrap_or_default());
        let of = name.clone();
        view! {
            <li>
                <p>
                    <strong>{name}</strong>
                    " "
                    <span class="muted">{move || owes(lang(), sum.owed())}</span>
                </p>
                <CopyText
                    label=move || w().copy
                    of=of
                    text
                    folded=true
                    before=Signal::derive(move || copied.with(|copied| copied.contains(&place)))
                    on_copied=move || {
                        copied
                            .update(|copied| {
                                copied.insert(place);
                            });
                    }
                />
            </li>
        }
    };
    move || {
        let all = debtors.get();
        if all.is_empty() {
            return view! { <p>{w().nothing_owed}</p> }.into_any();
        }
        let rest = all.len().saturating_sub(LISTED);
        let group = all.clone();
        let number = all.len();
        view! {
            <p class="muted">{w().reminders_help}</p>
            <p role="status">{move || reminders_line(lang(), number, copied.with(BTreeSet::len))}</p>
            <CopyText
                label=move || w().copy_group
                text=Signal::derive(move || seen.group_reminder(lang(), &group))
                folded=true
            />
            <ul class="returns__reminders">{all.into_iter().take(LISTED).map(line).collect_view()}</ul>
            {(rest > 0).then(|| view! { <p class="muted">{more_units(lang(), rest)}</p> })}
        }
        .into_any()
    }
}

/// The reminder to one unit, whole.
#[component]
pub fn UnitReminder(seen: Seen, place: usize) -> impl IntoView {
    let w = use_words(&RETURNS);
    let lang = use_lang();
    move || {
        let Some(text) = seen.reminder_to(lang(), place) else {
            return view! { <p>{w().unit_complete}</p> }.into_any();
        };
        view! {
            <CopyText label=move || w().copy text=text/>
        }
        .into_any()
    }
}
