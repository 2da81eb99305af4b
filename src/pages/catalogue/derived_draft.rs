//! An indicator and a rule of the bloc's own as they are chosen, and what they make.

use super::form_draft::named;
use super::pick::{Mixed, Pick, keys_of, operand};
use crate::catalogue::Catalogue;
use crate::model::condition::Only;
use crate::model::fold::fold;
use crate::model::id::{FormId, IndicatorId, RuleId};
use crate::model::indicator::{Averaging, Comparison, Direction, Indicator, Operand, Rule, RuleScope, Severity};
use crate::model::letter_case::lowered;
use crate::model::number::{Percent, TypedCount, parse_count, parse_percent};
use crate::model::text::{Lang, Text};

/// A field of a draft.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Field {
    /// The name of an indicator.
    Name,
    /// What is counted, or the left side of a rule.
    Left,
    /// What it is out of, or the right side of a rule.
    Right,
    /// The share of the right side.
    Share,
    /// From how much on it is asked.
    Least,
    /// What the rule says.
    Sentence,
}

/// What is wrong with a field.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Fault {
    /// It must not stay empty.
    Missing,
    /// Another is called so.
    Taken,
    /// What was picked stands on several forms, or units among cells.
    Mixed,
    /// Both sides are the same.
    Itself,
    /// The left side of a rule is a number of units: a rule is about what was reported.
    OnlyUnits,
    /// It is no percentage from 0 to 100.
    NotAShare,
    /// It is no percentage from 0 to 1,000, for what is held against the period before.
    NotAShareOfBefore,
    /// It is no count.
    NotACount,
}

/// What kind of figure an indicator is.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Figure {
    /// A sum.
    Total,
    /// A percentage.
    #[default]
    Percentage,
    /// So many of one thing for each of another.
    Ratio,
}

/// The draft of an indicator.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct IndicatorDraft {
    /// The one that is edited; `None` for a new one.
    pub editing: Option<IndicatorId>,
    /// [`Field::Name`].
    pub name: String,
    /// The English name.
    pub english: String,
    /// What kind of figure it is.
    pub figure: Figure,
    /// What is counted, by the keys of the picker.
    pub left: Vec<String>,
    /// What it is out of.
    pub right: Vec<String>,
    /// Which way is better.
    pub direction: Direction,
}

fn fault(mixed: Mixed) -> Fault {
    match mixed {
        Mixed::Nothing => Fault::Missing,
        Mixed::Forms => Fault::Mixed,
    }
}

/// What was picked, as words: "a + b".
pub fn words_of(picks: &[Pick], keys: &[String], lang: Lang) -> String {
    let picked = keys.iter().filter_map(|key| picks.iter().find(|pick| pick.key == *key));
    picked
        .map(|pick| pick.label.in_lang(lang))
        .collect::<Vec<_>>()
        .join(" + ")
}

impl IndicatorDraft {
    /// The draft of one that is there.
    pub fn of(picks: &[Pick], indicator: &Indicator) -> IndicatorDraft {
        let keys = |operand: &Operand| keys_of(picks, operand, &indicator.form);
        IndicatorDraft {
            editing: Some(indicator.id.clone()),
            name: indicator.label.vi.clone(),
            english: indicator.label.en.clone(),
            figure: match (&indicator.denominator, indicator.ratio) {
                (None, _) => Figure::Total,
                (Some(_), false) => Figure::Percentage,
                (Some(_), true) => Figure::Ratio,
            },
            left: keys(&indicator.numerator),
            right: indicator.denominator.as_ref().map(keys).unwrap_or_default(),
            direction: indicator.direction,
        }
    }

    /// What is picked so far as an indicator, named or not: for the preview.
    ///
    /// # Errors
    /// The sides that need a person.
    pub fn figure(
        &self,
        picks: &[Pick],
        id: &str,
        known: Option<&Indicator>,
    ) -> Result<Indicator, Vec<(Field, Fault)>> {
        let mut wrong = Vec::new();
        let numerator = operand(picks, &self.left, None);
        let mut form = None;
        match &numerator {
            Ok((_, Some(of))) => form = Some(of.clone()),
            Ok((_, None)) => {}
            Err(mixed) => wrong.push((Field::Left, fault(*mixed))),
        }
        let denominator = match self.figure {
            Figure::Total => None,
            _ => match operand(picks, &self.right, form.as_ref()) {
                Ok((found, of)) => {
                    form = form.or(of);
                    Some(found)
                }
                Err(mixed) => {
                    wrong.push((Field::Right, fault(mixed)));
                    None
                }
            },
        };
        if self.figure != Figure::Total && !self.left.is_empty() && self.left == self.right {
            wrong.push((Field::Right, Fault::Itself));
        }
        let sides = numerator.ok().map(|(numerator, _)| numerator).zip(form);
        let Some((numerator, form)) = sides else {
            if wrong.is_empty() {
                // Units over nothing: there is no form to show it on.
                wrong.push((Field::Left, Fault::OnlyUnits));
            }
            return Err(wrong);
        };
        if !wrong.is_empty() {
            return Err(wrong);
        }
        let counted = |lang| lowered_first(&words_of(picks, &self.left, lang));
        Ok(Indicator {
            id: self.editing.clone().unwrap_or_else(|| IndicatorId::new(id)),
            label: named(&self.name, &self.english),
            counts: Text::new(counted(Lang::Vi), counted(Lang::En)),
            form,
            numerator,
            denominator,
            ratio: self.figure == Figure::Ratio,
            direction: self.direction,
            averaging: known.map_or(Averaging::Pooled, |known| known.averaging),
            decimals: known.map_or(1, |known| known.decimals),
        })
    }

    /// The indicator that the draft makes.
    ///
    /// # Errors
    /// Each field that needs a person, in the order of the form.
    pub fn read(&self, picks: &[Pick], catalogue: &Catalogue, id: &str) -> Result<Indicator, Vec<(Field, Fault)>> {
        let mut wrong = Vec::new();
        let name = fold(&self.name);
        let mut others = catalogue.indicators().iter();
        if name.is_empty() {
            wrong.push((Field::Name, Fault::Missing));
        } else if others.any(|it| Some(&it.id) != self.editing.as_ref() && fold(&it.label.vi) == name) {
            wrong.push((Field::Name, Fault::Taken));
        }
        let known = self.editing.as_ref().and_then(|id| catalogue.indicator(id));
        match self.figure(picks, id, known) {
            Ok(indicator) if wrong.is_empty() => Ok(indicator),
            Ok(_) => Err(wrong),
            Err(more) => {
                wrong.extend(more);
                Err(wrong)
            }
        }
    }
}

/// As inside a sentence; what is written in capitals stays.
fn lowered_first(text: &str) -> String {
    let mut letters = text.chars();
    match letters.next() {
        Some(first) if !letters.clone().next().is_some_and(char::is_uppercase) => {
            format!("{}{}", lowered(&first.to_string()), letters.as_str())
        }
        _ => text.to_owned(),
    }
}

/// The draft of a rule.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RuleDraft {
    /// The one that is edited; `None` for a new one.
    pub editing: Option<RuleId>,
    /// The left side.
    pub left: Vec<String>,
    /// How they compare.
    pub comparison: Comparison,
    /// The right side.
    pub right: Vec<String>,
    /// A share of the right side in percent, as typed; empty for the whole.
    pub share: String,
    /// Whether the right side is taken of the period before.
    pub before: bool,
    /// It is asked only where a side is at least so much, as typed; empty for always.
    pub least: String,
    /// Of which units it holds.
    pub only: Only,
    /// How much it weighs.
    pub severity: Severity,
    /// What it says; empty for the sentence that is made of the sides.
    pub sentence: String,
}

impl Default for RuleDraft {
    fn default() -> RuleDraft {
        RuleDraft {
            editing: None,
            left: Vec::new(),
            comparison: Comparison::AtMost,
            right: Vec::new(),
            share: String::new(),
            before: false,
            least: String::new(),
            only: Only::default(),
            severity: Severity::Warning,
            sentence: String::new(),
        }
    }
}

impl RuleDraft {
    /// The draft of one that is there.
    pub fn of(picks: &[Pick], rule: &Rule) -> RuleDraft {
        RuleDraft {
            editing: Some(rule.id.clone()),
            left: keys_of(picks, &rule.left, &rule.form),
            comparison: rule.comparison,
            right: keys_of(picks, &rule.right, &rule.form),
            share: rule
                .share
                .map(|share| share.to_string().trim_end_matches('%').to_owned())
                .unwrap_or_default(),
            before: rule.before,
            least: rule.least.map(|least| least.to_string()).unwrap_or_default(),
            only: rule.only.clone(),
            severity: rule.severity,
            sentence: rule.label.vi.clone(),
        }
    }

    /// The share of the right side, if there is one: of the same period a part, of the one before up to ten times as much.
    fn share(&self) -> Result<Option<Percent>, Fault> {
        let typed = self.share.trim();
        if typed.is_empty() {
            return Ok(None);
        }
        let (most, fault) = match self.before {
            true => (100_000, Fault::NotAShareOfBefore),
            false => (10_000, Fault::NotAShare),
        };
        let read = parse_percent(&format!("{}%", typed.trim_end_matches('%').trim())).ok();
        let read = read.filter(|share| *share > Percent::ZERO && share.hundredths() <= most);
        read.map(Some).ok_or(fault)
    }

    /// The rule that the draft makes. `sentence` words its sides where nothing was typed, `remedy` says what to do.
    ///
    /// # Errors
    /// Each field that needs a person, in the order of the form.
    pub fn read(
        &self,
        picks: &[Pick],
        catalogue: &Catalogue,
        id: &str,
        sentence: Text,
        remedy: Text,
    ) -> Result<Rule, Vec<(Field, Fault)>> {
        let mut wrong = Vec::new();
        let left = operand(picks, &self.left, None);
        let form: Option<FormId> = match &left {
            Ok((_, Some(form))) => Some(form.clone()),
            Ok((_, None)) => {
                wrong.push((Field::Left, Fault::OnlyUnits));
                None
            }
            Err(mixed) => {
                wrong.push((Field::Left, fault(*mixed)));
                None
            }
        };
        let right = operand(picks, &self.right, form.as_ref());
        match &right {
            Err(mixed) => wrong.push((Field::Right, fault(*mixed))),
            // Against the period before, a figure is held against itself.
            Ok(_) if self.left == self.right && !self.before => wrong.push((Field::Right, Fault::Itself)),
            Ok(_) => {}
        }
        let share = self.share().unwrap_or_else(|fault| {
            wrong.push((Field::Share, fault));
            None
        });
        let least = match parse_count(&self.least) {
            Ok(TypedCount::Empty) => None,
            Ok(TypedCount::Count(least)) => Some(least),
            _ => {
                wrong.push((Field::Least, Fault::NotACount));
                None
            }
        };
        let sides = left.ok().zip(right.ok()).zip(form);
        let Some((((left, _), (right, _)), form)) = sides.filter(|_| wrong.is_empty()) else {
            return Err(wrong);
        };
        let known = self.editing.as_ref();
        let known = known.and_then(|id| catalogue.part().rules.iter().find(|rule| rule.id == *id));
        let typed = self.sentence.trim();
        Ok(Rule {
            id: self.editing.clone().unwrap_or_else(|| RuleId::new(id)),
            form,
            left,
            comparison: self.comparison,
            right,
            share,
            before: self.before,
            least,
            scope: known.map_or(RuleScope::Unit, |rule| rule.scope),
            only: self.only.clone(),
            valid_from: known.and_then(|rule| rule.valid_from),
            valid_to: known.and_then(|rule| rule.valid_to),
            source: known.and_then(|rule| rule.source.clone()),
            severity: self.severity,
            label: if typed.is_empty() { sentence } else { named(typed, "") },
            remedy,
        })
    }
}
