//! A target as a card: the value, what is asked, what is lacking, the status.

use crate::analysis::achievement::{AchievedValue, Achievement, NoFigures};
use crate::catalogue::Catalogue;
use crate::model::indicator::Indicator;
use crate::model::number::Count;
use crate::model::target::TargetValue;
use crate::model::text::Lang;
use crate::report::period_name::capitalised;
use crate::report::sentence::pace::{PaceFact, pace};
use crate::report::sentence::status::Standing;
use crate::report::sentence::target::target_name;
use crate::report::sentence::words::{bound, count, percent, quantity};

/// What a card says.
#[derive(Clone, Debug, PartialEq)]
pub struct Card {
    /// The target's identifier.
    pub id: String,
    /// What is measured.
    pub label: String,
    /// What was reached; a dash without figures.
    pub value: String,
    /// What it is out of, or counted in.
    pub unit: String,
    /// What is asked: "từ 130 trở lên".
    pub target: String,
    /// What is lacking, and the pace that closes the gap.
    pub gap: String,
    /// Where it stands.
    pub standing: Standing,
    /// The bar: value and target on one scale.
    pub bar: Option<(f64, f64)>,
}

/// A card for each target.
pub fn cards(lang: Lang, catalogue: &Catalogue, achievements: &[Achievement]) -> Vec<Card> {
    achievements.iter().map(|one| card(lang, catalogue, one)).collect()
}

/// The card of one target.
pub fn card(lang: Lang, catalogue: &Catalogue, achievement: &Achievement) -> Card {
    let target = &achievement.target;
    let indicator = target.indicator.as_ref().and_then(|id| catalogue.indicator(id));
    let figure = match target.value {
        TargetValue::Count(asked) => count(lang, asked),
        TargetValue::Percent(asked) => percent(lang, asked),
    };
    let (value, unit) = value_and_unit(lang, catalogue, indicator, achievement);
    Card {
        id: target.id.to_string(),
        label: capitalised(&target_name(lang, target, catalogue)),
        value,
        unit,
        target: asked_line(lang, &bound(lang, target.comparison, &figure), target.illustrative),
        gap: gap(lang, achievement),
        standing: Standing::of(achievement),
        bar: bar(achievement),
    }
}

/// A target that no document sets says so.
fn asked_line(lang: Lang, asked: &str, illustrative: bool) -> String {
    match (lang, illustrative) {
        (_, false) => asked.to_owned(),
        (Lang::Vi, true) => format!("{asked} (minh họa)"),
        (Lang::En, true) => format!("{asked} (illustrative)"),
    }
}

fn value_and_unit(
    lang: Lang,
    catalogue: &Catalogue,
    indicator: Option<&Indicator>,
    achievement: &Achievement,
) -> (String, String) {
    let blank = || ("–".to_owned(), String::new());
    match &achievement.value {
        Some(AchievedValue::Count(total)) => total.quantity.map_or_else(blank, |found| {
            let unit = total.counting_unit.as_ref().and_then(|id| catalogue.counting_unit(id));
            let unit = unit.map_or(String::new(), |unit| unit.label.in_lang(lang).to_owned());
            (quantity(lang, found), unit)
        }),
        Some(AchievedValue::Percent(rate)) => {
            let decimals = indicator.map_or(1, |indicator| indicator.decimals);
            rate.percent_at(decimals).map_or_else(blank, |share| {
                let parts = rate.numerator.quantity.zip(rate.denominator.quantity);
                let unit = parts.map_or(String::new(), |(part, whole)| {
                    format!("{}/{}", quantity(lang, part), quantity(lang, whole))
                });
                (percent(lang, share), unit)
            })
        }
        None => blank(),
    }
}

fn gap(lang: Lang, achievement: &Achievement) -> String {
    match (&achievement.pace, achievement.gap) {
        _ if achievement.no_figures == Some(NoFigures::NoIndicator) => match lang {
            Lang::Vi => "chưa có chỉ số để tính".to_owned(),
            Lang::En => "nothing measures it yet".to_owned(),
        },
        (Some(found), _) => pace(lang, &PaceFact::of(found)),
        (None, Some(gap)) => match (lang, gap.count) {
            (_, None | Some(0)) => String::new(),
            (Lang::Vi, Some(over @ 1..)) => format!("vượt {}", count(lang, over.unsigned_abs())),
            (Lang::Vi, Some(lacking)) => format!("còn thiếu {}", count(lang, lacking.unsigned_abs())),
            (Lang::En, Some(over @ 1..)) => format!("{} over", count(lang, over.unsigned_abs())),
            (Lang::En, Some(lacking)) => format!("{} to go", count(lang, lacking.unsigned_abs())),
        },
        (None, None) => String::new(),
    }
}

fn bar(achievement: &Achievement) -> Option<(f64, f64)> {
    let drawn = |count: Count| count as f64;
    match (&achievement.value, achievement.target.value) {
        (Some(AchievedValue::Count(total)), TargetValue::Count(asked)) => Some((drawn(total.count()), drawn(asked))),
        (Some(AchievedValue::Percent(rate)), TargetValue::Percent(asked)) => {
            Some((rate.percent?.to_f64(), asked.to_f64()))
        }
        _ => None,
    }
}
