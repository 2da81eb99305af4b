//! A comparison in words: what each record is called, what its fields are called, and both values as a person reads them.

use crate::catalogue::Catalogue;
use crate::exchange::backup::compare::{Comparison, Differing};
use crate::exchange::cell_text::{Field, told};
use crate::i18n::backup::{BACKUP, field_name, other_field};
use crate::i18n::returns::became;
use crate::i18n::settings::bloc_kind;
use crate::i18n::units::kind_name;
use crate::model::date::Date;
use crate::model::from_json::FromJson;
use crate::model::id::{CellKey, FormId, RecordId, UnitId};
use crate::model::ledger::Ledger;
use crate::model::number::format_count;
use crate::model::period::Period;
use crate::model::record::{RecordKind, cell_from_value};
use crate::model::text::Lang;
use crate::report::period_name::{capitalised, period_name};
use serde_json::Value;
use std::collections::BTreeMap;

/// How long a value that this version has no words for may be shown.
const MOST: usize = 80;

/// What words are made with.
#[derive(Clone, Copy)]
pub struct Words<'a> {
    /// The language.
    pub lang: Lang,
    /// What is here.
    pub ledger: &'a Ledger,
    /// What is counted.
    pub catalogue: &'a Catalogue,
    /// Names of units that only the file has.
    pub units: &'a BTreeMap<String, String>,
}

/// The names of units that only the file has.
pub fn new_units(found: &Comparison) -> BTreeMap<String, String> {
    let new = found
        .differing
        .iter()
        .filter(|item| item.is_new && item.kind == RecordKind::Unit);
    let named = new.filter_map(|item| {
        let name = item.fields.iter().find(|it| it.field == "name")?.file.as_str()?;
        Some((item.id.as_str().strip_prefix("unit/")?.to_owned(), name.to_owned()))
    });
    named.collect()
}

/// What is used where every unit is in the books.
static NO_UNITS: BTreeMap<String, String> = BTreeMap::new();

impl<'a> Words<'a> {
    /// Those for what the books know.
    pub fn of(lang: Lang, ledger: &'a Ledger, catalogue: &'a Catalogue) -> Words<'a> {
        Words {
            lang,
            ledger,
            catalogue,
            units: &NO_UNITS,
        }
    }
}

impl Words<'_> {
    /// What a record of a comparison is called. `here` answers a field of it as it is on this device.
    pub fn title(&self, item: &Differing, here: impl Fn(&str) -> Option<Value>) -> String {
        let of_file = |name: &str| item.fields.iter().find(|it| it.field == name).map(|it| it.file.clone());
        self.record(item.kind, &item.id, |name| here(name).or_else(|| of_file(name)))
    }

    /// What a record is called. `of` answers a field of it.
    pub fn record(&self, kind: RecordKind, id: &RecordId, of: impl Fn(&str) -> Option<Value>) -> String {
        let field = |name: &str| -> Option<String> {
            match of(name)? {
                Value::String(text) if !text.is_empty() => Some(text),
                Value::Object(text) => Some(text.get("vi")?.as_str()?.to_owned()),
                _ => None,
            }
        };
        let id = id.as_str();
        let tail = || id.split_once('/').map_or(id, |(_, tail)| tail).to_owned();
        match kind {
            RecordKind::Profile
            | RecordKind::Sector
            | RecordKind::Unit
            | RecordKind::Drive
            | RecordKind::View
            | RecordKind::Deck
            | RecordKind::Report
            | RecordKind::Own => field("name").or_else(|| field("label")).unwrap_or_else(tail),
            RecordKind::Return => self.return_title(id).unwrap_or_else(tail),
            RecordKind::Target => {
                let indicator = field("indicator").and_then(|id| self.catalogue.indicator(&id.as_str().into()));
                let named = indicator.map(|it| it.label.in_lang(self.lang).to_owned());
                self.with_place(field("label").or(named).unwrap_or_else(tail), &field)
            }
            RecordKind::Statement => self.with_place(tail(), &field),
            RecordKind::Explanation => field("text").unwrap_or_else(tail),
            _ => tail(),
        }
    }

    /// "Quân số · Sở Y tế · Tháng 7/2021"
    fn return_title(&self, id: &str) -> Option<String> {
        let mut parts = id.splitn(4, '/').skip(1);
        let (form, period, unit) = (parts.next()?, parts.next()?, parts.next()?);
        let form = self
            .catalogue
            .form(&FormId::new(form))
            .map_or(form, |it| it.label.in_lang(self.lang));
        Some([form, &self.unit(unit), &self.period(period)].join(" · "))
    }

    /// A thing with the unit and the period that it is of.
    fn with_place(&self, name: String, field: &impl Fn(&str) -> Option<String>) -> String {
        let unit = field("unit").map(|id| self.unit(&id));
        let period = field("period").map(|id| self.period(&id));
        let parts: Vec<String> = [Some(name), unit, period].into_iter().flatten().collect();
        parts.join(" · ")
    }

    fn unit(&self, id: &str) -> String {
        let here = self.ledger.units.get(&UnitId::new(id)).map(|unit| unit.name.clone());
        here.or_else(|| self.units.get(id).cloned())
            .unwrap_or_else(|| id.to_owned())
    }

    fn period(&self, id: &str) -> String {
        match id.parse::<Period>() {
            Ok(period) => capitalised(&period_name(self.lang, &period, self.ledger)),
            Err(_) => id.to_owned(),
        }
    }

    /// What a field is called.
    pub fn field(&self, kind: RecordKind, field: &str) -> String {
        if let (RecordKind::Return, Some(key)) = (kind, field.strip_prefix("cell:")) {
            return self.cell(&CellKey::new(key));
        }
        match field_name(self.lang, field) {
            Some(name) => name.to_owned(),
            None => other_field(self.lang, field),
        }
    }

    fn cell(&self, key: &CellKey) -> String {
        let Some(measure) = self.catalogue.measure(key.measure()) else {
            return key.to_string();
        };
        let name = measure.label.in_lang(self.lang);
        let options = key.options().enumerate().map(|(at, id)| {
            let set = measure.by.get(at).and_then(|set| self.catalogue.option_set(set, None));
            let option = set.and_then(|set| set.options.iter().find(|option| option.id.as_str() == id));
            option.map_or(id, |option| option.label.in_lang(self.lang))
        });
        let options: Vec<&str> = options.collect();
        match options.is_empty() {
            true => name.to_owned(),
            false => format!("{name}: {}", options.join(" · ")),
        }
    }

    /// A value as a person reads it.
    pub fn value(&self, kind: RecordKind, field: &str, value: &Value) -> String {
        let w = BACKUP.in_lang(self.lang);
        if let (RecordKind::Return, Some(key)) = (kind, field.strip_prefix("cell:"))
            && let Ok(cell) = cell_from_value(value)
        {
            let measure = self.catalogue.measure(CellKey::new(key).measure());
            let levels = measure
                .and_then(|it| it.levels.as_ref())
                .and_then(|set| self.catalogue.option_set(set, None));
            let of = Field {
                value: measure.map(|it| it.value).unwrap_or_default(),
                levels: levels.map_or(&[], |set| &set.options),
                whole: None,
            };
            let text = told(&cell, of, self.lang);
            return match cell.note.is_empty() {
                true => text,
                false => format!("{text} ({})", cell.note),
            };
        }
        if let Some(word) = self.named_value(kind, field, value) {
            return word;
        }
        match (field, value) {
            (_, Value::Null) => w.empty.to_owned(),
            (_, Value::Bool(true)) => w.yes.to_owned(),
            (_, Value::Bool(false)) => w.no.to_owned(),
            ("parent" | "unit", Value::String(id)) => self.unit(id),
            ("period" | "term" | "copied_from" | "opens_on", Value::String(id)) => self.period(id),
            (_, Value::String(text)) if text.is_empty() => w.empty.to_owned(),
            (_, Value::String(text)) => text.clone(),
            (_, Value::Number(number)) => match number.as_u64() {
                Some(count) => format_count(count, self.lang),
                None => number.to_string(),
            },
            ("label", Value::Object(text)) => {
                let text = text.get("vi").and_then(Value::as_str);
                text.unwrap_or(w.empty).to_owned()
            }
            (_, Value::Array(items)) if items.iter().all(Value::is_string) => {
                let items: Vec<&str> = items.iter().filter_map(Value::as_str).collect();
                cut(&items.join(", "))
            }
            (_, other) => cut(&other.to_string()),
        }
    }

    /// The words of a value that stands for something by its name; `None` where it says itself, or is of a newer version.
    fn named_value(&self, kind: RecordKind, field: &str, value: &Value) -> Option<String> {
        let form = |id: &str| {
            let form = self.catalogue.form(&FormId::new(id));
            form.map_or(id, |form| form.label.in_lang(self.lang)).to_owned()
        };
        match (kind, field, value) {
            (_, _, Value::Null) => None,
            (RecordKind::Unit, "kind", _) => {
                let kind = FromJson::from_json(value).ok()?;
                Some(kind_name(self.lang, kind).to_owned())
            }
            (RecordKind::Profile, "kind", _) => {
                let kind = FromJson::from_json(value).ok()?;
                Some(bloc_kind(self.lang, kind).to_owned())
            }
            (RecordKind::Return, "status", _) => {
                let status = FromJson::from_json(value).ok()?;
                Some(became(self.lang, Some(&status)))
            }
            (_, "form", Value::String(id)) => Some(form(id)),
            (_, "forms", Value::Array(ids)) if !ids.is_empty() => {
                let names = ids.iter().map(|id| id.as_str().map(form));
                Some(names.collect::<Option<Vec<_>>>()?.join(", "))
            }
            (_, "sector", Value::String(id)) => {
                let sector = self.ledger.sectors.iter().find(|sector| sector.id.as_str() == id)?;
                Some(sector.label.in_lang(self.lang).to_owned())
            }
            (_, "indicator", Value::String(id)) => {
                let indicator = self.catalogue.indicator(&id.as_str().into())?;
                Some(indicator.label.in_lang(self.lang).to_owned())
            }
            (
                _,
                "valid_from" | "valid_to" | "seen_on" | "submitted_on" | "as_of" | "start" | "end" | "on",
                Value::String(day),
            ) => Some(day.parse::<Date>().ok()?.format(self.lang)),
            _ => None,
        }
    }
}

/// The beginning of a long text.
fn cut(text: &str) -> String {
    match text.char_indices().nth(MOST) {
        Some((at, _)) => format!("{}…", &text[..at]),
        None => text.to_owned(),
    }
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use super::*;
    use crate::exchange::backup::compare::{Difference, Side};
    use serde_json::json;

    fn item(id: &str, kind: RecordKind, fields: &[(&str, Value)]) -> Differing {
        let fields = fields.iter().map(|(field, file)| Difference {
            field: (*field).to_owned(),
            here: Value::Null,
            file: file.clone(),
            side: Side::New,
        });
        Differing {
            id: id.into(),
            kind,
            scope: "bloc".into(),
            is_new: true,
            fields: fields.collect(),
        }
    }

    #[test]
    fn records_fields_and_values_are_said_in_words() {
        let demo = crate::demo::load("hoa-binh-2021").unwrap();
        let ledger = Ledger::from_records(&demo.records);
        let catalogue = Catalogue::built_in().unwrap();
        let found = Comparison {
            differing: vec![item("unit/new", RecordKind::Unit, &[("name", "Chi bộ Mới".into())])],
            ..Comparison::default()
        };
        let units = new_units(&found);
        let words = Words {
            lang: Lang::Vi,
            ledger: &ledger,
            catalogue: &catalogue,
            units: &units,
        };
        let nothing = |_: &str| None;
        assert_eq!(words.title(&found.differing[0], nothing), "Chi bộ Mới");
        let form = catalogue.form(&"headcount".into()).unwrap().label.vi.clone();
        let entered = item("return/headcount/2021-07/new", RecordKind::Return, &[]);
        assert_eq!(
            words.title(&entered, nothing),
            format!("{form} · Chi bộ Mới · Tháng 7/2021")
        );
        let cell = "cell:head_count.members";
        assert!(words.field(RecordKind::Return, cell).ends_with("ảng viên"));
        assert_eq!(words.value(RecordKind::Return, cell, &4_201.into()), "4.201");
        let about = json!({"v": {"count": 40}, "q": "about", "n": "ước"});
        assert!(words.value(RecordKind::Return, cell, &about).ends_with("40 (ước)"));
        assert_eq!(words.value(RecordKind::Return, cell, &Value::Null), "trống");
        assert_eq!(words.field(RecordKind::Unit, "parent"), "Cấp trên");
        assert_eq!(words.value(RecordKind::Unit, "parent", &"new".into()), "Chi bộ Mới");
        assert_eq!(words.field(RecordKind::Unit, "của_sau"), "Mục khác (của_sau)");
        assert_eq!(words.value(RecordKind::Unit, "của_sau", &json!([1])), "[1]");
        assert_eq!(words.value(RecordKind::Unit, "removed", &true.into()), "có");
        assert_eq!(
            words.value(RecordKind::Unit, "kind", &"grassroots_cell".into()),
            "chi bộ cơ sở"
        );
        assert_eq!(words.value(RecordKind::Unit, "kind", &"của_sau".into()), "của_sau");
        assert_eq!(
            words.value(RecordKind::Unit, "valid_from", &"2021-07-01".into()),
            "01/07/2021"
        );
        assert_eq!(words.value(RecordKind::Return, "status", &"submitted".into()), "đã nộp");
        assert_eq!(
            words.value(RecordKind::Profile, "forms", &json!(["headcount", "lạ"])),
            format!("{form}, lạ")
        );
        assert_eq!(words.value(RecordKind::Profile, "của_sau", &json!(["a", "b"])), "a, b");
    }
}
