//! The year's facts beside its line: target, done, left, pace, forecast, last year.

use super::YearView;
use crate::exhibit::admission::figures::{AdmissionFigures, goal};
use crate::i18n::admission::{ADMISSION, Admission, target_text};
use crate::i18n::targets::forecast_text;
use crate::model::number::{Percent, format_count};
use crate::model::text::Lang;
use crate::report::sentence::pace::whole_up;
use crate::report::sentence::words::{quantity, tenths};
use crate::state::preferences::{use_lang, use_words};
use leptos::prelude::*;

/// A fact: its name, its value, a remark.
type Fact = (&'static str, String, String);

/// The facts as a list.
#[component]
pub fn YearFacts(
    /// The year.
    view: YearView,
) -> impl IntoView {
    let w = use_words(&ADMISSION);
    let lang = use_lang();
    let all = move || view.figures.with(|figures| year_facts(lang(), w(), figures));
    view! {
        <dl class="fact-sheet">
            {move || {
                all()
                    .into_iter()
                    .map(|(name, value, remark)| {
                        view! {
                            <div class="fact-sheet__fact">
                                <dt>{name}</dt>
                                <dd>
                                    <span class="figure">{value}</span>
                                    {(!remark.is_empty()).then(|| view! { <small class="muted">{remark}</small> })}
                                </dd>
                            </div>
                        }
                    })
                    .collect_view()
            }}
        </dl>
    }
}

fn year_facts(lang: Lang, w: &Admission, figures: &AdmissionFigures) -> Vec<Fact> {
    let mut all: Vec<Fact> = Vec::new();
    let done = figures.admitted.now.quantity;
    let asked = figures.target.as_ref().and_then(|target| Some((target, goal(target)?)));
    if let Some((target, count)) = asked {
        let remark = match (&target.source, target.illustrative) {
            (Some(source), _) => source.citation(lang),
            (None, true) => w.illustrative.to_owned(),
            (None, false) => String::new(),
        };
        all.push((w.fact_target, target_text(lang, target.comparison, count), remark));
    }
    if let Some(done) = done {
        let share = asked.and_then(|(_, count)| Percent::of(done.count, count, 1));
        let share = share.map_or_else(String::new, |share| share.format_short(lang));
        all.push((w.fact_admitted, quantity(lang, done), share));
    }
    if let Some(found) = figures.achievement.as_ref() {
        let gap = found.gap.and_then(|gap| gap.count);
        if let Some(gap) = gap {
            let name = if gap > 0 { w.fact_beyond } else { w.fact_remaining };
            all.push((name, format_count(gap.unsigned_abs(), lang), String::new()));
        }
        if let Some(pace) = &found.pace {
            all.push((
                w.fact_expected,
                format_count(whole_up(pace.expected_by_now_tenths), lang),
                String::new(),
            ));
            if pace.remaining > 0 {
                // Fewer than one a week is said by the month.
                let needed = match (pace.needed_per_week_tenths, pace.needed_per_month_tenths) {
                    (Some(week), _) if week >= 10 => Some((w.fact_needed, week)),
                    (_, Some(month)) => Some((w.fact_needed_month, month)),
                    _ => None,
                };
                all.extend(needed.map(|(name, needed)| (name, tenths(lang, needed), String::new())));
            }
        }
    }
    if let Some(forecast) = figures.forecast {
        let text = forecast_text(lang, forecast.low, forecast.mid, forecast.high);
        all.push((w.fact_forecast, text, String::new()));
    }
    if let Some(before) = figures.admitted.before.quantity {
        let change = figures.admitted.change;
        let change = change.map_or_else(String::new, |change| change.format_signed(1, lang));
        all.push((w.fact_last_year, quantity(lang, before), change));
    }
    if let Some(transferred) = figures.transferred.now.quantity {
        all.push((w.fact_transfers, quantity(lang, transferred), String::new()));
    }
    all
}
