//! What a report keeps, as fields of its record: texts over paragraphs, and lines of head and foot that go on to the next report.

use crate::exhibit::report::head::Line;
use crate::exhibit::report::offers::Offered;
use crate::exhibit::report::{Told, written_at};
use crate::model::id::ReportId;
use crate::model::report::{PeriodReport, Written, written_field};
use crate::model::sort::SmallSort;
use crate::model::text::Lang;
use serde_json::Value;

/// A field of a report's record with what it becomes.
pub type Field = (String, Value);

/// A new report. Lines of head and foot that are the same on every report of an office come from the latest that has them.
pub fn new_report(id: &str, offered: &Offered, others: &[PeriodReport]) -> PeriodReport {
    let mut report = PeriodReport {
        id: ReportId::new(id),
        template: offered.template.id.clone(),
        period: offered.period.clone(),
        name: String::new(),
        written: Default::default(),
    };
    for line in Line::ALL.into_iter().filter(|line| line.goes_on()) {
        for lang in [Lang::Vi, Lang::En] {
            let place = written_at(lang, line.place());
            let latest = others.iter().rev().find_map(|other| other.written.get(&place));
            if let Some(written) = latest {
                report.written.insert(place, written.clone());
            }
        }
    }
    report
}

/// The report of a template and a period that is there already.
pub fn same<'r>(reports: &'r [PeriodReport], offered: &Offered) -> Option<&'r PeriodReport> {
    reports
        .iter()
        .find(|report| report.template == offered.template.id && report.period == offered.period)
}

/// Reports, those of the latest periods first.
pub fn in_order(mut reports: Vec<PeriodReport>) -> Vec<PeriodReport> {
    reports.small_sort_by(|a, b| (b.period.end(), &b.id).cmp(&(a.period.end(), &a.id)));
    reports
}

/// A text over a paragraph, or in a place where nobody had written. Empty text puts back what figures say.
pub fn write(lang: Lang, told: &Told, text: &str) -> Field {
    let text = text.trim();
    let place = written_field(&written_at(lang, &told.id));
    if text.is_empty() || (text == told.computed.trim() && !told.computed.is_empty()) {
        return (place, Value::Null);
    }
    let written = Written {
        text: text.to_owned(),
        over: told.basis(),
        left_out: false,
    };
    (place, as_value(&written))
}

/// The paragraph left out.
pub fn leave_out(lang: Lang, told: &Told) -> Field {
    let written = Written {
        text: String::new(),
        over: told.basis(),
        left_out: true,
    };
    (written_field(&written_at(lang, &told.id)), as_value(&written))
}

/// The paragraph as figures say.
pub fn put_back(lang: Lang, told: &Told) -> Field {
    (written_field(&written_at(lang, &told.id)), Value::Null)
}

/// A line of head or foot. What the format says anyway is not kept.
pub fn line(lang: Lang, line: Line, text: &str, presumed: &str) -> Field {
    let field = written_field(&written_at(lang, line.place()));
    let text = text.trim();
    if text == presumed.trim() {
        return (field, Value::Null);
    }
    let written = Written {
        text: text.to_owned(),
        ..Written::default()
    };
    (field, as_value(&written))
}

fn as_value(written: &Written) -> Value {
    serde_json::to_value(written).unwrap_or_default()
}

/// A text in pieces: what stands plainly, and numbers that figures have left behind.
pub fn pieces<'t>(text: &'t str, marks: &[(usize, usize)]) -> Vec<(&'t str, bool)> {
    let mut found = Vec::new();
    let mut from = 0;
    for &(start, end) in marks {
        let (Some(plain), Some(old)) = (text.get(from..start), text.get(start..end)) else {
            continue;
        };
        found.push((plain, false));
        found.push((old, true));
        from = end;
    }
    found.push((text.get(from..).unwrap_or_default(), false));
    found.retain(|(piece, _)| !piece.is_empty());
    found
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use super::*;
    use crate::catalogue::template::Templates;
    use crate::model::period::Period;

    fn offered(year: i32) -> Offered {
        let period = Period::Year(year);
        Offered {
            template: Templates::built_in().of_period(&period, year).unwrap(),
            period,
        }
    }

    fn told(computed: &str) -> Told {
        Told {
            id: "admission.admitted".to_owned(),
            computed: computed.to_owned(),
            ..Told::default()
        }
    }

    #[test]
    fn the_next_report_takes_over_what_stays_the_same() {
        let mut first = new_report("a", &offered(2021), &[]);
        assert!(first.written.is_empty());
        let keep = |report: &mut PeriodReport, line: Line, text: &str| {
            let written = Written {
                text: text.to_owned(),
                ..Written::default()
            };
            report.written.insert(line.place().to_owned(), written);
        };
        keep(&mut first, Line::Signature, "T/M ĐẢNG ỦY");
        keep(&mut first, Line::Number, "Số 12-BC/ĐUK");
        let next = new_report("b", &offered(2022), &[first]);
        assert_eq!(next.written.len(), 1, "the number is another one");
        assert_eq!(next.written[Line::Signature.place()].text, "T/M ĐẢNG ỦY");
    }

    #[test]
    fn writing_what_the_figures_say_is_putting_it_back() {
        let told = told("Kết nạp 121.");
        assert_eq!(write(Lang::Vi, &told, " Kết nạp 121. ").1, Value::Null);
        assert_eq!(write(Lang::Vi, &told, "").1, Value::Null);
        let (field, value) = write(Lang::En, &told, "121 admitted");
        assert_eq!(field, "written:admission.admitted@en");
        assert_eq!(value["over"], "Kết nạp 121.");
    }

    #[test]
    fn a_text_is_cut_at_its_marks() {
        let text = "Còn 3 đơn vị";
        let at = text.find('3').unwrap();
        assert_eq!(
            pieces(text, &[(at, at + 1)]),
            [("Còn ", false), ("3", true), (" đơn vị", false)]
        );
        assert_eq!(pieces(text, &[]), [(text, false)]);
        assert_eq!(pieces("a", &[(5, 9)]), [("a", false)]);
    }
}
