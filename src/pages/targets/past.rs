//! What happened to a target, as lines that a person reads: which field, what it was, what it became.

use crate::catalogue::Catalogue;
use crate::i18n::targets::{TARGET_DETAIL, TARGET_FORM, level_text};
use crate::model::document::DocumentRef;
use crate::model::from_json::FromJson;
use crate::model::ledger::Ledger;
use crate::model::period::Period;
use crate::model::record::REMOVED;
use crate::model::target::{Relation, ShareOf, TargetValue};
use crate::model::text::Lang;
use crate::report::period_name::period_title;
use crate::report::sentence::from_analysis::unit_name;
use crate::report::sentence::target::target_name;
use serde_json::Value;

/// One change, in words.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Told {
    /// The field.
    pub what: String,
    /// What it was; a dash for nothing.
    pub before: String,
    /// What it became; a dash for nothing.
    pub after: String,
}

/// A change of a field in words; `None` for fields that say nothing to a person.
pub fn told(lang: Lang, field: &str, old: &Value, new: &Value, ledger: &Ledger, catalogue: &Catalogue) -> Option<Told> {
    let w = TARGET_FORM.in_lang(lang);
    let detail = TARGET_DETAIL.in_lang(lang);
    let what = match field {
        "unit" => w.unit,
        "period" => w.period,
        "indicator" => w.indicator,
        "label" => w.label,
        "comparison" => w.comparison,
        "value" => w.value,
        "parent" => w.parent,
        "relation" => w.relation,
        "source" => w.source,
        "copied_from" => detail.history_copied,
        REMOVED => detail.history_removed,
        _ => return None,
    };
    let said = |value: &Value| match written(lang, field, value, ledger, catalogue) {
        text if text.is_empty() => "–".to_owned(),
        text => text,
    };
    Some(Told {
        what: what.to_owned(),
        before: said(old),
        after: said(new),
    })
}

fn written(lang: Lang, field: &str, value: &Value, ledger: &Ledger, catalogue: &Catalogue) -> String {
    let (w, detail) = (TARGET_FORM.in_lang(lang), TARGET_DETAIL.in_lang(lang));
    let text = value.as_str().unwrap_or_default();
    match field {
        _ if value.is_null() => String::new(),
        "unit" => unit_name(ledger, &text.into()),
        "period" | "copied_from" => {
            let period = text.parse::<Period>();
            period.map_or_else(|_| text.to_owned(), |period| period_title(lang, &period, ledger))
        }
        "indicator" => {
            let found = catalogue.indicator(&text.into());
            found.map_or_else(|| text.to_owned(), |found| found.label.in_lang(lang).to_owned())
        }
        "value" => TargetValue::from_json(value).map_or_else(|_| value.to_string(), |value| level_text(lang, value)),
        "parent" => match ledger.targets.get(text) {
            Some(parent) => target_name(lang, parent, catalogue),
            None => text.to_owned(),
        },
        "relation" => match Relation::from_json(value) {
            Ok(Relation::PartOf) => w.relation_part.to_owned(),
            Ok(Relation::OfWhich(ShareOf::Whole)) => w.relation_whole.to_owned(),
            Ok(Relation::OfWhich(ShareOf::Subset)) => w.relation_subset.to_owned(),
            Err(_) => value.to_string(),
        },
        "source" => DocumentRef::from_json(value).map_or_else(|_| value.to_string(), |source| source.citation(lang)),
        REMOVED => if value == &Value::Bool(true) { detail.yes } else { "" }.to_owned(),
        _ => text.to_owned(),
    }
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use super::*;
    use crate::exhibit::targets::sample::{SHARES, ask};
    use serde_json::json;

    fn change(field: &str, old: Value, new: Value) -> Option<(String, String, String)> {
        ask(&SHARES, "2022-12-31", |scope| {
            let told = told(Lang::Vi, field, &old, &new, scope.ledger, scope.catalogue)?;
            Some((told.what, told.before, told.after))
        })
    }

    #[test]
    fn a_change_is_told_in_words() {
        let words = |what: &str, before: &str, after: &str| Some((what.into(), before.into(), after.into()));
        assert_eq!(
            change("value", json!({"count": 130}), json!({"percent": 9924})),
            words("Mức giao", "130", "99,24%")
        );
        assert_eq!(
            change("period", Value::Null, json!("2022")),
            words("Kỳ", "–", "Năm 2022")
        );
        assert_eq!(
            change("unit", json!("u1"), json!("b")),
            words("Đơn vị thực hiện", "Đơn vị 1", "Khối")
        );
        assert_eq!(
            change("parent", Value::Null, json!("good")),
            words("Thuộc chỉ tiêu", "–", "good")
        );
        assert_eq!(
            change("source", Value::Null, json!({"number": "05", "symbol": "NQ/ĐUK"})),
            words("Văn bản giao chỉ tiêu", "–", "05-NQ/ĐUK")
        );
        assert_eq!(change("removed", Value::Null, json!(true)), words("Đã xóa", "–", "có"));
        assert_eq!(
            change("copied_from", json!("2021"), Value::Null),
            words("Chép từ, chưa rà soát", "Năm 2021", "–")
        );
        assert_eq!(change("id", Value::Null, json!("t")), None);
    }
}
