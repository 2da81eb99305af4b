//! Closing the period of the page, opening it again, and what was closed and opened before.

use super::Seen;
use crate::i18n::returns::{CLOSING, closed_line, closed_now, reopened_now, still_open};
use crate::model::closing::{Closing, Reopening, is_within};
use crate::model::id::{ClosingId, FormId};
use crate::model::ledger::Ledger;
use crate::model::text::Lang;
use crate::pages::returns::to_close::{ToClose, open_findings};
use crate::platform::clock::{moment, now_ms};
use crate::platform::ids::new_id;
use crate::report::period_name::period_title;
use crate::report::sentence::returns::returns_sum;
use crate::state::lens::Lens;
use crate::state::preferences::{use_lang, use_words};
use crate::ui::button::Button;
use crate::ui::dialog::{Dialog, open_while};
use crate::ui::dialog_form::DialogForm;
use crate::ui::disclosure::Disclosure;
use crate::ui::field::TextField;
use crate::ui::focus::focus_wrong_soon;
use crate::ui::notice::{Notice, NoticeKind};
use crate::ui::page_head::Section;
use crate::ui::text_area::TextArea;
use crate::ui::toast::{Toasts, use_toasts};
use crate::ui::toggle::Checkbox;
use leptos::prelude::*;

/// The section below the table.
#[component]
pub fn ClosingSection(seen: Seen) -> impl IntoView {
    let w = use_words(&CLOSING);
    let lens = seen.lens;
    let open = RwSignal::new(false);
    let reopening = RwSignal::new(None::<Closing>);
    // The closings that close a part of the period or all of it.
    let standing = Memo::new(move |_| {
        let period = lens.period();
        lens.ledger(|ledger| {
            let touches = |closing: &&Closing| {
                closing.reopened.is_none()
                    && (is_within(ledger, &period, &closing.period) || is_within(ledger, &closing.period, &period))
            };
            ledger.closings.iter().filter(touches).cloned().collect::<Vec<_>>()
        })
    });
    let closable = Memo::new(move |_| lens.with(|scope| !ToClose::of(scope, &lens.period()).forms.is_empty()));
    let actions = move || {
        view! {
            {move || {
                if closable.get() {
                    view! { <Button label=move || w().close on_press=move || open.set(true)/> }.into_any()
                } else {
                    view! { <span class="muted">{move || w().all_closed}</span> }.into_any()
                }
            }}
        }
        .into_any()
    };
    view! {
        <div class="no-print">
            <Section title=move || w().title note=move || w().note actions>
                <ul class="returns__closings">
                    {move || {
                        standing
                            .get()
                            .into_iter()
                            .map(|closing| standing_line(seen, reopening, closing))
                            .collect_view()
                    }}
                </ul>
                <Disclosure label=move || w().history>{move || history(seen)}</Disclosure>
            </Section>
            <Dialog open title=move || w().close_title>
                <CloseForm seen open/>
            </Dialog>
            <Dialog open=open_while(reopening) title=move || w().reopen_title>
                <ReopenForm seen reopening/>
            </Dialog>
        </div>
    }
}

fn forms_named(lang: Lang, seen: Seen, closing: &Closing) -> String {
    if closing.forms.is_empty() {
        return CLOSING.in_lang(lang).all_forms.to_owned();
    }
    let names = closing.forms.iter().map(|id| {
        let label = seen.lens.catalogue(|catalogue| {
            let form = catalogue.form(id);
            form.map(|form| form.label.in_lang(lang).to_owned())
        });
        label.unwrap_or_else(|| id.to_string())
    });
    names.collect::<Vec<_>>().join("; ")
}

fn told(lang: Lang, seen: Seen, ledger: &Ledger, closing: &Closing) -> String {
    let period = period_title(lang, &closing.period, ledger);
    let line = closed_line(lang, &period, &moment(lang, closing.at_ms), &closing.by);
    let mut told = format!("{line}: {}", forms_named(lang, seen, closing));
    if !closing.note.is_empty() {
        told.push_str(". ");
        told.push_str(&closing.note);
    }
    told
}

fn standing_line(seen: Seen, reopening: RwSignal<Option<Closing>>, closing: Closing) -> AnyView {
    let w = use_words(&CLOSING);
    let lang = use_lang();
    let subject = closing.clone();
    view! {
        <li>
            <Notice kind=NoticeKind::Warning>
                <p>{move || seen.lens.ledger(|ledger| told(lang(), seen, ledger, &closing))}</p>
                <Button label=move || w().reopen small=true on_press=move || reopening.set(Some(subject.clone()))/>
            </Notice>
        </li>
    }
    .into_any()
}

/// Every closing, the newest first, with its reopening.
fn history(seen: Seen) -> AnyView {
    let w = use_words(&CLOSING);
    let lang = use_lang()();
    let lines: Vec<(String, Option<String>)> = seen.lens.ledger(|ledger| {
        let line = |closing: &Closing| {
            let end = closing.reopened.as_ref();
            let end = end.map(|end| {
                format!(
                    "{} {} ({}): {}",
                    w().reopened,
                    moment(lang, end.at_ms),
                    end.by,
                    end.reason
                )
            });
            (told(lang, seen, ledger, closing), end)
        };
        ledger.closings.iter().rev().map(line).collect()
    });
    if lines.is_empty() {
        return view! { <p class="muted">{w().history_none}</p> }.into_any();
    }
    let line = |(told, end): (String, Option<String>)| {
        view! {
            <li>
                {told}
                {end.map(|end| view! { <p class="muted">{end}</p> })}
            </li>
        }
    };
    view! { <ol class="returns__history">{lines.into_iter().map(line).collect_view()}</ol> }.into_any()
}

/// Who closed or opened last, to begin with.
fn last_by(ledger: &Ledger) -> String {
    let by = |closing: &Closing| {
        closing
            .reopened
            .as_ref()
            .map_or(closing.by.clone(), |end| end.by.clone())
    };
    ledger.closings.last().map(by).unwrap_or_default()
}

/// Keeps a closing, new or ended, and offers to undo it.
fn keep(lens: Lens, toasts: Toasts, lang: Lang, closing: &Closing, said: fn(Lang, &str) -> String) {
    let workspace = lens.workspace();
    if let Some(done) = workspace.put([closing]) {
        let period = lens.ledger_untracked(|ledger| period_title(lang, &closing.period, ledger));
        toasts.offer_undo(said(lang, &period), move || workspace.undo_of(&done));
    }
}

#[component]
fn CloseForm(seen: Seen, open: RwSignal<bool>) -> impl IntoView {
    let w = use_words(&CLOSING);
    let lang = use_lang();
    let lens = seen.lens;
    let toasts = use_toasts();
    let to_close = Memo::new(move |_| lens.with(|scope| ToClose::of(scope, &lens.period())));
    // The forms and their names as the dialog opens.
    let forms: Vec<(FormId, String)> = to_close.with_untracked(|all| {
        let lang = untrack(lang);
        let label = |form: &FormId| {
            lens.with_untracked(|scope| Some(scope.catalogue.form(form)?.label.in_lang(lang).to_owned()))
        };
        let named = all
            .forms
            .iter()
            .filter_map(|(form, _)| Some((form.clone(), label(form)?)));
        named.collect()
    });
    let chosen = RwSignal::new(forms.iter().map(|(id, _)| id.clone()).collect::<Vec<FormId>>());
    let by = RwSignal::new(lens.ledger_untracked(last_by));
    let remark = RwSignal::new(String::new());
    let tried = RwSignal::new(false);
    let number = forms.len();
    // All that there are now: then also those that are taken into use later.
    let is_all = move || chosen.with(Vec::len) == number && to_close.with(|all| all.is_whole);
    let open_points = Memo::new(move |_| {
        chosen.with(|chosen| {
            let (missing, waiting) = to_close.with(|all| all.missing_and_waiting(chosen));
            let findings = lens.with(|scope| open_findings(scope, &lens.period(), chosen));
            (missing, waiting, findings)
        })
    });
    let warnings = move || {
        let (missing, waiting, findings) = open_points.get();
        let lines = still_open(lang(), missing, waiting, findings);
        if lines.is_empty() {
            return view! { <Notice kind=NoticeKind::Done>{w().nothing_open}</Notice> }.into_any();
        }
        view! {
            <Notice kind=NoticeKind::Warning>
                <ul>{lines.into_iter().map(|line| view! { <li>{line}</li> }).collect_view()}</ul>
                <p>{w().open_anyway}</p>
            </Notice>
        }
        .into_any()
    };
    let boxes = forms
        .into_iter()
        .map(|(id, label)| {
            let (own, own_sum) = (id.clone(), id.clone());
            let help = move || {
                let sum = to_close.with(|all| all.forms.iter().find(|(form, _)| *form == own_sum).map(|(_, sum)| *sum));
                sum.map(|sum| returns_sum(lang(), sum)).unwrap_or_default()
            };
            view! {
                <Checkbox
                    label=label
                    help=Signal::derive(help)
                    checked=Signal::derive(move || chosen.with(|chosen| chosen.contains(&own)))
                    on_change=move |on| {
                        chosen
                            .update(|chosen| {
                                chosen.retain(|form| *form != id);
                                if on {
                                    chosen.push(id.clone());
                                }
                            })
                    }
                />
            }
        })
        .collect_view();
    let no_forms = move || (tried.get() && chosen.with(Vec::is_empty)).then(|| w().forms_missing.to_owned());
    let no_name =
        Signal::derive(move || (tried.get() && by.with(|by| by.trim().is_empty())).then(|| w().by_missing.to_owned()));
    let close = move || {
        tried.set(true);
        let name = by.with_untracked(|by| by.trim().to_owned());
        if name.is_empty() || chosen.with_untracked(Vec::is_empty) {
            focus_wrong_soon();
            return;
        }
        let closing = Closing {
            id: ClosingId::new(new_id()),
            period: untrack(|| lens.period()),
            forms: if untrack(is_all) {
                Vec::new()
            } else {
                chosen.get_untracked()
            },
            at_ms: now_ms(),
            by: name,
            note: remark.with_untracked(|remark| remark.trim().to_owned()),
            reopened: None,
        };
        keep(lens, toasts, untrack(lang), &closing, closed_now);
        open.set(false);
    };
    view! {
        <DialogForm
            button=move || w().close_now
            on_send=move || close()
            on_cancel=move || open.set(false)
        >
            <p>
                <strong>{move || lens.ledger(|ledger| period_title(lang(), &lens.period(), ledger))}</strong>
            </p>
            {warnings}
            <fieldset class="field-group field-group--plain">
                <legend>{move || w().forms}</legend>
                {boxes}
                <p class="field__error" role="alert">{no_forms}</p>
            </fieldset>
            <TextField
                label=move || w().by
                help=move || w().by_help
                value=by
                error=no_name
                on_change=move |text| by.set(text)
            />
            <TextField label=move || w().remark value=remark optional=true on_change=move |text| remark.set(text)/>
        </DialogForm>
    }
}

#[component]
fn ReopenForm(seen: Seen, reopening: RwSignal<Option<Closing>>) -> impl IntoView {
    let w = use_words(&CLOSING);
    let lang = use_lang();
    let lens = seen.lens;
    let toasts = use_toasts();
    let by = RwSignal::new(lens.ledger_untracked(last_by));
    let reason = RwSignal::new(String::new());
    let tried = RwSignal::new(false);
    let lacks = move |text: RwSignal<String>| tried.get() && text.with(|text| text.trim().is_empty());
    let no_reason = Signal::derive(move || lacks(reason).then(|| w().reason_missing.to_owned()));
    let no_name = Signal::derive(move || lacks(by).then(|| w().by_missing.to_owned()));
    let about = move || {
        let closing = reopening.get()?;
        Some(lens.ledger(|ledger| told(lang(), seen, ledger, &closing)))
    };
    let open_again = move || {
        tried.set(true);
        let trimmed = |text: RwSignal<String>| text.with_untracked(|text| text.trim().to_owned());
        let (name, why) = (trimmed(by), trimmed(reason));
        if name.is_empty() || why.is_empty() {
            focus_wrong_soon();
            return;
        }
        let Some(mut closing) = reopening.get_untracked() else {
            return;
        };
        closing.reopened = Some(Reopening {
            at_ms: now_ms(),
            by: name,
            reason: why,
        });
        keep(lens, toasts, untrack(lang), &closing, reopened_now);
        reopening.set(None);
    };
    view! {
        <DialogForm
            button=move || w().reopen_now
            on_send=move || open_again()
            on_cancel=move || reopening.set(None)
        >
            <p>{about}</p>
            <TextArea
                label=move || w().reason
                help=move || w().reason_help
                value=reason
                error=no_reason
                on_change=move |text: String| reason.set(text)
            />
            <TextField
                label=move || w().reopen_by
                help=move || w().by_help
                value=by
                error=no_name
                on_change=move |text| by.set(text)
            />
        </DialogForm>
    }
}
