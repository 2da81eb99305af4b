//! One conflict: both values side by side with who and when, what the choice does, and the buttons that choose.

use leptos::prelude::*;
use serde_json::Value;
use std::sync::Arc;

use super::contest_list::Settling;
use super::contests::Choice;
use super::history::History;
use super::told::{ContestTold, FieldTold, Typable};
use crate::exchange::cell_text::{Field, Typed, enter, read};
use crate::i18n::entry::{part_of, remedy};
use crate::i18n::sync::{
    SYNC, SyncWords, base_line, both_agree, choose_all_proposed, choose_official, choose_proposed, effect_line,
    keep_all_official, who_when,
};
use crate::model::record::{cell_from_value, cell_to_value};
use crate::model::text::Lang;
use crate::state::preferences::{use_lang, use_words};
use crate::ui::button::{Button, ButtonKind};
use crate::ui::field::{TextField, new_id};
use crate::ui::icon::IconName;
use crate::ui::link::A;
use crate::ui::menu::Choice as Option_;
use crate::ui::named_button::NamedButton;
use crate::ui::segmented::Segmented;

const OFFICIAL: &str = "official";
const PROPOSED: &str = "proposed";
const OTHER: &str = "other";

/// What a person is choosing for a field. Cheap to copy.
#[derive(Clone, Copy)]
struct Draft {
    /// Which of the three; empty for none yet.
    pick: RwSignal<&'static str>,
    /// What was typed.
    text: RwSignal<String>,
    /// What is wrong with it.
    wrong: RwSignal<Option<String>>,
}

/// A conflict.
#[component]
pub fn ContestView(
    /// It, in words.
    told: Arc<ContestTold>,
    /// What settles it.
    settling: Settling,
    /// Whether this account may.
    may_choose: Memo<bool>,
) -> impl IntoView {
    let w = use_words(&SYNC);
    let each = RwSignal::new(false);
    let drafts: Vec<Draft> = told
        .fields
        .iter()
        .map(|field| Draft {
            pick: RwSignal::new(""),
            text: RwSignal::new(field.typed.clone()),
            wrong: RwSignal::new(None),
        })
        .collect();
    let drafts = StoredValue::new(drafts);
    let id = new_id("contest");
    let heading = id.clone();
    let place = told.place.clone();
    let of = told.title.clone();
    let (record, kind) = (told.contest.conflict.record.clone(), told.contest.conflict.of);
    let lines = {
        let told = told.clone();
        move || {
            let line =
                |(at, field): (usize, &FieldTold)| field_row(field.clone(), each, drafts.with_value(|it| it[at]));
            told.fields.iter().enumerate().map(line).collect_view()
        }
    };
    let (official_who, proposed_who) = (
        who_when(&told.contest.conflict.current_by, &told.official_when),
        who_when(&told.contest.conflict.by, &told.proposed_when),
    );
    // One column of figures or one of words; where both are, the words are longer.
    let of_figures = told.fields.iter().all(FieldTold::is_figure);
    let head = move |word: fn(&SyncWords) -> &'static str, who: String| {
        view! {
            <th scope="col" role="columnheader" class:contest__figure=of_figures>
                {move || word(w())}
                <span class="cell__note">{who}</span>
            </th>
        }
    };
    view! {
        <article class="contest" aria-labelledby=heading>
            <h4 id=id>
                {told.title.clone()}
            </h4>
            <table class="contest__values" class:contest__values--figures=of_figures role="table">
                <thead role="rowgroup">
                    <tr role="row">
                        <th scope="col" role="columnheader">
                            {move || w().field}
                        </th>
                        {head(|w| w.official, official_who)}
                        {head(|w| w.proposed, proposed_who)}
                    </tr>
                </thead>
                <tbody role="rowgroup">{lines}</tbody>
            </table>
            {move || may_choose.get().then(|| deeds(told.clone(), each, drafts, settling))}
            <div class="contest__more">
                <History record kind/>
                {place
                    .map(|place| {
                        view! {
                            <A to=place>
                                {move || w().to_cell}
                                <span class="sr-only">": " {of.clone()}</span>
                            </A>
                        }
                    })}
            </div>
        </article>
    }
}

/// A field with both values, and its own choice while a person chooses field by field.
fn field_row(field: FieldTold, each: RwSignal<bool>, draft: Draft) -> AnyView {
    let w = use_words(&SYNC);
    let lang = use_lang();
    let (effect, is_figure) = (field.effect, field.is_figure());
    let effect = move || effect.map(|effect| effect_line(lang(), effect.official, effect.proposed));
    let (base, agreed, typable) = (field.base.clone(), field.field.is_agreed(), field.typable.clone());
    let (name, label) = (field.name.clone(), field.name.clone());
    let options = move || {
        let mut options = vec![
            Option_::new(OFFICIAL, w().official),
            Option_::new(PROPOSED, w().proposed),
        ];
        if typable != Typable::No {
            options.push(Option_::new(OTHER, w().other));
        }
        options
    };
    let options = Signal::derive(options);
    let pick = move |said: String| {
        let known = [OFFICIAL, PROPOSED, OTHER].into_iter().find(|known| *known == said);
        draft.wrong.set(None);
        draft.pick.set(known.unwrap_or_default());
    };
    let chooser = move || {
        let (label, other) = (label.clone(), label.clone());
        each.get().then(|| {
            view! {
                <tr role="row" class="contest__choice">
                    <td role="cell" colspan="3">
                    <Segmented
                        label=move || label.clone()
                        choices=options
                        value=Signal::derive(move || draft.pick.get().to_owned())
                        on_change=pick
                    />
                    {move || {
                        let other = other.clone();
                        (draft.pick.get() == OTHER)
                            .then(|| {
                                view! {
                                    <TextField
                                        label=move || format!("{}: {other}", w().other_value)
                                        value=draft.text
                                        on_change=move |text: String| draft.text.set(text)
                                        error=Signal::derive(move || draft.wrong.get())
                                    />
                                }
                            })
                    }}
                    </td>
                </tr>
            }
        })
    };
    view! {
        <tr role="row">
            <th scope="row" role="rowheader">
                {name}
                <span class="cell__note">{move || base_line(lang(), &base)}</span>
                <span class="cell__note contest__effect">{effect}</span>
                {agreed.then(|| view! { <span class="cell__note">{move || both_agree(lang())}</span> })}
            </th>
            <td
                role="cell"
                data-label=move || w().official
                class="contest__official"
                class:contest__figure=is_figure
            >
                {field.official}
            </td>
            <td role="cell" data-label=move || w().proposed class:contest__figure=is_figure>
                {field.proposed}
            </td>
        </tr>
        {chooser}
    }
    .into_any()
}

/// What can be done with the whole conflict.
fn deeds(told: Arc<ContestTold>, each: RwSignal<bool>, drafts: StoredValue<Vec<Draft>>, settling: Settling) -> AnyView {
    let w = use_words(&SYNC);
    let lang = use_lang();
    let all = |choice: Choice| vec![choice; told.fields.len()];
    let settle = |choices: Vec<Choice>| {
        let contest = told.contest.clone();
        move || settling.settle(&[(contest.clone(), choices.clone())])
    };
    let (keep, take) = (settle(all(Choice::Official)), settle(all(Choice::Proposed)));
    let of = told.title.clone();
    let name = move || of.clone();
    if told.fields.iter().all(|field| field.field.is_agreed()) {
        return view! {
            <div class="row">
                <NamedButton label=move || w().agree of=name icon=IconName::Check on_press=keep/>
            </div>
        }
        .into_any();
    }
    let several = told.fields.len();
    let (official, proposed) = match &told.fields[..] {
        [field] => (field.official.clone(), field.proposed.clone()),
        _ => (String::new(), String::new()),
    };
    let is_one = several == 1;
    let keep_label = move || match is_one {
        true => choose_official(lang(), &official),
        false => keep_all_official(lang(), several),
    };
    let take_label = move || match is_one {
        true => choose_proposed(lang(), &proposed),
        false => choose_all_proposed(lang(), several),
    };
    let can_choose_each = !is_one || told.fields[0].typable != Typable::No;
    let begin = move || {
        // Of one field what is left to choose is the third value.
        if is_one {
            drafts.with_value(|drafts| drafts[0].pick.set(OTHER));
        }
        each.set(true);
    };
    let save = {
        let told = told.clone();
        move || {
            let lang = untrack(lang);
            let chosen = drafts.with_value(|drafts| {
                let fields = told.fields.iter().zip(drafts);
                fields
                    .map(|(field, draft)| chosen(field, *draft, lang))
                    .collect::<Option<Vec<_>>>()
            });
            if let Some(choices) = chosen {
                settling.settle(&[(told.contest.clone(), choices)]);
            }
        }
    };
    let lacks = Signal::derive(move || drafts.with_value(|drafts| drafts.iter().any(|it| it.pick.get().is_empty())));
    let (keep_of, take_of, each_of, save_of) = (name.clone(), name.clone(), name.clone(), name);
    view! {
        <div class="row contest__deeds">
            <NamedButton label=keep_label of=keep_of icon=IconName::Check on_press=keep/>
            <NamedButton label=take_label of=take_of icon=IconName::OnTrack on_press=take/>
            {can_choose_each
                .then(|| {
                    view! {
                        <NamedButton
                            label=move || if is_one { w().other } else { w().each }.to_owned()
                            of=each_of
                            icon=IconName::Edit
                            kind=ButtonKind::Quiet
                            on_press=begin
                        />
                    }
                })}
        </div>
        {move || {
            let (save, save_of) = (save.clone(), save_of.clone());
            each.get()
                .then(|| {
                    view! {
                        <div class="row">
                            <Button label=move || format!("{}: {}", w().settle, save_of()) small=true disabled=lacks on_press=save/>
                            {move || lacks.get().then(|| view! { <span class="muted">{w().choose_each}</span> })}
                        </div>
                    }
                })
        }}
    }
    .into_any()
}

/// What was chosen for a field; `None` where it cannot be taken, which the field then says.
fn chosen(field: &FieldTold, draft: Draft, lang: Lang) -> Option<Choice> {
    match draft.pick.get_untracked() {
        OFFICIAL => Some(Choice::Official),
        PROPOSED => Some(Choice::Proposed),
        OTHER => match typed(field, &draft.text.get_untracked(), lang) {
            Ok(value) => Some(Choice::Other(value)),
            Err(wrong) => {
                draft.wrong.set(Some(wrong));
                None
            }
        },
        _ => None,
    }
}

/// The third value as the field holds it, or what is wrong with it.
fn typed(field: &FieldTold, text: &str, lang: Lang) -> Result<Value, String> {
    let Typable::Cell(value, levels) = &field.typable else {
        return Ok(Value::from(text.trim()));
    };
    let of = Field {
        value: *value,
        levels,
        whole: None,
    };
    if let Typed::Invalid(problem) = read(text, of) {
        return Err(remedy(lang, problem));
    }
    let before = cell_from_value(&field.field.official).ok();
    let cell = enter(text, of, before.as_ref(), |whole| part_of(lang, whole));
    Ok(cell.as_ref().map_or(Value::Null, cell_to_value))
}
