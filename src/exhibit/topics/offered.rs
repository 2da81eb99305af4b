//! What of a topic there is to show, and what each of it is called.

use super::all_units;
use super::compared::{Moment, levels_by_year, moments};
use super::drawn::Drawn;
use super::figures::{Body, Figure, Levels, Shown, TopicFigures, scope_of};
use super::matrices;
use super::stated::leading;
use super::worded::is_money;
use crate::analysis::Scope;
use crate::catalogue::Catalogue;
use crate::i18n::exhibits::titled;
use crate::i18n::topics::TOPICS;
use crate::model::id::CellKey;
use crate::model::text::Lang;

/// What of a topic there is to show: the steps below `topic`, and the name of each.
pub fn offered(scope: &Scope<'_>, lang: Lang, figures: &TopicFigures) -> Vec<(Vec<String>, String)> {
    let topic = &figures.topic;
    let mut all = Vec::new();
    if figures.has_figures() || leading(scope, figures).is_some() {
        all.push((
            vec![topic.id.clone(), "figures".to_owned()],
            figures_title(lang, figures),
        ));
    }
    if has_units(figures) {
        all.push((
            vec![topic.id.clone(), "units".to_owned()],
            all_units::title(lang, figures),
        ));
    }
    for shown in figures.parts.iter().filter(|shown| shown.is_drawn()) {
        let scope = scope_of(scope, &shown.form);
        let mut add = |of: &str, what: &str, title: String| {
            let steps = [topic.id.as_str(), shown.form.id.as_str(), of, what];
            all.push((steps.map(str::to_owned).to_vec(), title));
        };
        match &shown.body {
            Body::Indicators(_) => {}
            Body::Levels(levels) => {
                for what in offered_of_levels(&scope, shown, levels) {
                    add(
                        levels.measure.id.as_str(),
                        what,
                        levels_title(lang, shown, levels, what),
                    );
                }
            }
            Body::Matrix(matrix) => {
                if matrices::matrix(matrix, Drawn::of(lang, topic, false)).is_some() {
                    add(
                        matrix.measure.id.as_str(),
                        "matrix",
                        matrix.measure.label.in_lang(lang).to_owned(),
                    );
                }
            }
            Body::Done(done) => add(
                done.measure.id.as_str(),
                "done",
                done.measure.label.in_lang(lang).to_owned(),
            ),
        }
        for figure in shown.figures.iter().filter(|figure| figure.is_told()) {
            let id = figure.indicator.id.as_str();
            let of_units = !shown.is_of_bloc() && !figure.indicator.ratio && figure.coverage().included() > 1;
            if of_units {
                add(
                    id,
                    "units",
                    indicator_title(lang, shown, figure, "units", scope.catalogue),
                );
            }
            if several_moments(&scope, shown, figure) {
                add(
                    id,
                    "along",
                    indicator_title(lang, shown, figure, "along", scope.catalogue),
                );
            }
        }
    }
    all
}

/// What the whole of a topic is called: where one of its parts has the topic's name, it is called the table that it is.
pub(super) fn figures_title(lang: Lang, figures: &TopicFigures) -> String {
    let label = figures.topic.label.in_lang(lang);
    let mut drawn = figures.parts.iter().filter(|shown| shown.is_drawn());
    match drawn.any(|shown| shown.label().vi == figures.topic.label.vi) {
        true => titled(label, TOPICS.in_lang(lang).all_figures),
        false => label.to_owned(),
    }
}

/// Whether units have reported any of it.
pub fn has_units(figures: &TopicFigures) -> bool {
    let mut parts = figures.parts.iter().filter(|part| !part.is_of_bloc());
    parts.any(|part| part.figures.iter().any(Figure::is_reported))
}

fn offered_of_levels(scope: &Scope<'_>, shown: &Shown, levels: &Levels) -> Vec<&'static str> {
    let own_of_bloc = levels.is_own_level() && shown.is_of_bloc();
    let mut all = Vec::new();
    if levels.whole() > 1 && !own_of_bloc {
        all.push("parts");
    }
    let reported = levels.levels.first().map_or(0, |(_, total)| total.coverage.included());
    if !shown.is_of_bloc() && reported > 1 {
        all.push("units");
    }
    let years = levels_by_year(scope, &shown.form, &CellKey::of(&levels.measure.id, &[]), &shown.period);
    if years.rows.len() > 1 && !own_of_bloc {
        all.push("along");
    }
    all
}

fn several_moments(scope: &Scope<'_>, shown: &Shown, figure: &Figure) -> bool {
    if scope.ledger.periods_of(&shown.form.id).nth(1).is_none() {
        return false;
    }
    let found = moments(scope, &shown.form, &figure.indicator, &shown.period, None);
    let told = |moment: &&Moment| moment.now.is_reported() || moment.sides.is_known();
    found.iter().filter(told).count() > 1
}

/// Whether an indicator is something that the bloc sets itself and does.
pub fn is_board(shown: &Shown, figure: &Figure) -> bool {
    shown.is_of_bloc() && figure.indicator.denominator.is_some() && !figure.indicator.ratio
}

/// The name of an indicator over units or along time.
pub fn indicator_title(lang: Lang, shown: &Shown, figure: &Figure, what: &str, catalogue: &Catalogue) -> String {
    let words = TOPICS.in_lang(lang);
    let label = figure.indicator.label.in_lang(lang);
    let money = match is_money(catalogue, &figure.indicator) {
        true => format!(" ({})", words.million),
        false => String::new(),
    };
    let how = match what {
        "units" => words.by_unit,
        _ if is_board(shown, figure) => words.board,
        _ => words.along,
    };
    titled(label, how) + &money
}

pub(super) fn levels_title(lang: Lang, shown: &Shown, levels: &Levels, what: &str) -> String {
    let words = TOPICS.in_lang(lang);
    let label = levels.measure.label.in_lang(lang);
    match what {
        "along" => titled(label, words.by_year),
        "units" if levels.is_own_level() && !shown.is_of_bloc() => titled(label, words.by_sector),
        "units" => titled(label, words.by_unit),
        _ => label.to_owned(),
    }
}
