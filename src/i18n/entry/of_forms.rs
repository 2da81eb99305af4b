//! What is said of forms and returns: when they are due, how far they are, what was handed in.

use crate::model::text::Lang;

/// The head of the page that chooses a form.
pub fn due_finding(lang: Lang, forms: usize, missing: usize) -> String {
    match (lang, forms, missing) {
        (Lang::Vi, 0, _) => "Không có biểu nào đang đến hạn".to_owned(),
        (Lang::Vi, _, 0) => format!("{forms} biểu đến hạn, các đơn vị đã có đủ số liệu"),
        (Lang::Vi, 1, _) => format!("1 biểu đến hạn, còn thiếu số liệu của {missing} đơn vị"),
        (Lang::Vi, ..) => format!("{forms} biểu đến hạn, còn thiếu {missing} lượt báo cáo"),
        (Lang::En, 0, _) => "No form is due".to_owned(),
        (Lang::En, 1, 0) => "1 form is due and every unit has figures".to_owned(),
        (Lang::En, _, 0) => format!("{forms} forms are due and every unit has figures"),
        (Lang::En, 1, 1) => "1 form is due, 1 unit has no figures".to_owned(),
        (Lang::En, 1, _) => format!("1 form is due, {missing} units have no figures"),
        (Lang::En, _, 1) => format!("{forms} forms are due, 1 return has no figures"),
        (Lang::En, ..) => format!("{forms} forms are due, {missing} returns have no figures"),
    }
}

/// The head of a form's page: "Tháng 7/2021: 70/73 đơn vị đã có số liệu".
pub fn form_finding(lang: Lang, period: &str, begun: usize, expected: usize) -> String {
    match (lang, begun, expected) {
        (Lang::Vi, 0, 1) => format!("{period}: chưa có số liệu"),
        (Lang::Vi, 1, 1) => format!("{period}: đã có số liệu"),
        (Lang::Vi, begun, expected) if begun == expected => format!("{period}: cả {expected} đơn vị đã có số liệu"),
        (Lang::Vi, ..) => format!("{period}: {begun}/{expected} đơn vị đã có số liệu"),
        (Lang::En, 0, 1) => format!("{period}: no figures yet"),
        (Lang::En, 1, 1) => format!("{period}: figures are in"),
        (Lang::En, begun, expected) if begun == expected => format!("{period}: all {expected} units have figures"),
        (Lang::En, ..) => format!("{period}: {begun} of {expected} units have figures"),
    }
}

/// How many have handed in.
pub fn handed_in(lang: Lang, handed_in: usize, expected: usize) -> String {
    match lang {
        Lang::Vi => format!("đã nộp {handed_in}/{expected}"),
        Lang::En => format!("{handed_in} of {expected} handed in"),
    }
}

/// The deadline alone.
pub fn due_on(lang: Lang, date: &str) -> String {
    match lang {
        Lang::Vi => format!("hạn {date}"),
        Lang::En => format!("due {date}"),
    }
}

/// "70/73 đơn vị": behind a bar.
pub fn reported(lang: Lang, reported: usize, expected: usize) -> String {
    match lang {
        Lang::Vi => format!("{reported}/{expected} đơn vị"),
        Lang::En => format!("{reported}/{expected} units"),
    }
}

/// "hạn 05/08/2021", with how far it is from today; `days` is negative once it has passed.
pub fn due(lang: Lang, date: &str, days: i64) -> String {
    match (lang, days) {
        (Lang::Vi, 0) => format!("hạn {date}, hôm nay"),
        (Lang::Vi, 1..) => format!("hạn {date}, còn {days} ngày"),
        (Lang::Vi, _) => format!("hạn {date}, đã quá {} ngày", -days),
        (Lang::En, 0) => format!("due {date}, today"),
        (Lang::En, 1) => format!("due {date}, 1 day left"),
        (Lang::En, 2..) => format!("due {date}, {days} days left"),
        (Lang::En, -1) => format!("due {date}, 1 day ago"),
        (Lang::En, _) => format!("due {date}, {} days ago", -days),
    }
}

/// "8/12 ô": how far one unit's form is filled in.
pub fn progress(lang: Lang, filled: usize, of: usize) -> String {
    match lang {
        Lang::Vi => format!("{filled}/{of} ô"),
        Lang::En => format!("{filled}/{of} cells"),
    }
}

/// "12 đơn vị": the rows that are shown, where they are fewer than all.
pub fn rows_shown(lang: Lang, shown: usize, all: usize) -> String {
    match lang {
        Lang::Vi if shown == all => format!("{all} đơn vị"),
        Lang::Vi => format!("{shown} trong {all} đơn vị"),
        Lang::En if shown == all => format!("{all} units"),
        Lang::En => format!("{shown} of {all} units"),
    }
}

/// The button that hands in what is filled.
pub fn submit_filled(lang: Lang, units: usize) -> String {
    match (lang, units) {
        (Lang::Vi, _) => format!("Nộp {units} đơn vị đã điền"),
        (Lang::En, 1) => "Submit 1 filled unit".to_owned(),
        (Lang::En, _) => format!("Submit {units} filled units"),
    }
}

/// How many forms the bloc does not use.
pub fn forms_not_used(lang: Lang, count: usize) -> String {
    match (lang, count) {
        (Lang::Vi, _) => format!("Còn {count} biểu Khối không dùng."),
        (Lang::En, 1) => "1 more form is not used.".to_owned(),
        (Lang::En, _) => format!("{count} more forms are not used."),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn counts_read_right_at_the_edges() {
        // Over several forms a unit may be missing more than once: the returns are counted, not the units.
        assert_eq!(due_finding(Lang::Vi, 2, 6), "2 biểu đến hạn, còn thiếu 6 lượt báo cáo");
        assert_eq!(
            due_finding(Lang::Vi, 1, 3),
            "1 biểu đến hạn, còn thiếu số liệu của 3 đơn vị"
        );
        assert_eq!(due_finding(Lang::En, 1, 1), "1 form is due, 1 unit has no figures");
        assert_eq!(due(Lang::Vi, "05/08/2021", -3), "hạn 05/08/2021, đã quá 3 ngày");
        assert_eq!(due(Lang::En, "5 Aug 2021", 0), "due 5 Aug 2021, today");
        assert_eq!(rows_shown(Lang::Vi, 3, 73), "3 trong 73 đơn vị");
    }
}
