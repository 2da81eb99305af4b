//! What figures offer to who writes of shortcomings: who is late, which targets are not reached, what does not hold.

use super::{Asked, Offer};
use crate::analysis::review::late;
use crate::analysis::rules::{Finding, findings};
use crate::catalogue::template::Help;
use crate::exhibit::targets::figures::{Whose, read as read_board, shown_period};
use crate::model::indicator::Severity;
use crate::report::sentence::finding::finding;
use crate::report::sentence::late::late_form;
use crate::report::sentence::paragraph;
use crate::report::sentence::status::Standing;
use crate::report::sentence::target::target as target_sentence;
use crate::state::route::Route;

/// How many sentences of one kind are offered.
const MOST: usize = 6;

/// The sentences, the weightiest of each kind first.
pub fn offers(asked: Asked<'_, '_>, help: &[Help]) -> Vec<Offer> {
    help.iter().flat_map(|of| one(asked, *of)).collect()
}

fn one(asked: Asked<'_, '_>, help: Help) -> Vec<Offer> {
    let (scope, lang) = (asked.scope, asked.lang);
    let (ledger, catalogue) = (scope.ledger, scope.catalogue);
    let offer = |text: String, place: String| Offer {
        text: paragraph([text]),
        place,
    };
    match help {
        Help::Late => {
            let bears = |of: &&crate::analysis::review::Late| match (ledger.span(&of.period), ledger.span(asked.period))
            {
                (Some((_, end)), Some((from, to))) => from <= end && end <= to,
                _ => false,
            };
            let all = late(scope);
            let late = all.iter().filter(bears).take(MOST);
            late.map(|it| {
                let place = asked.at_period(Route::Returns, &it.period);
                offer(late_form(lang, it, ledger, catalogue), place)
            })
            .collect()
        }
        Help::Targets => {
            let shown = shown_period(asked.period, ledger, scope.today);
            let board = read_board(scope, &shown, Whose::Bloc);
            let behind = board
                .items
                .iter()
                .filter(|item| matches!(item.standing(), Standing::NotMet | Standing::Behind));
            behind
                .take(MOST)
                .map(|item| {
                    let place = asked.at_period(Route::Target(item.target().id.to_string()), &shown);
                    offer(target_sentence(lang, &item.achievement, catalogue, ledger), place)
                })
                .collect()
        }
        Help::Findings => {
            let heavy = |found: &Finding| found.is_open() && found.severity != Severity::Notice;
            let found = findings(scope, asked.period).into_iter().filter(heavy).take(MOST);
            found
                .map(|found| offer(finding(lang, ledger, catalogue, &found), asked.at(Route::Findings)))
                .collect()
        }
    }
}
