//! What records, their fields and differences between them are called.

use super::told::{count, many};
use crate::exchange::backup::compare::Side;
use crate::model::record::RecordKind;
use crate::model::text::Lang;

/// What a kind's records are called, with their number: "74 đơn vị".
pub fn of_kind(lang: Lang, kind: RecordKind, number: u64) -> String {
    match lang {
        Lang::Vi => format!("{} {}", count(lang, number), kind_name(lang, kind).to_lowercase()),
        Lang::En => {
            let (one, more) = english(kind);
            many(number, one, more)
        }
    }
}

/// What a kind is called, for a row or a heading.
pub fn kind_name(lang: Lang, kind: RecordKind) -> &'static str {
    match (lang, kind) {
        (Lang::Vi, RecordKind::Profile) => "Thông tin Khối",
        (Lang::Vi, RecordKind::Sector) => "Loại hình",
        (Lang::Vi, RecordKind::Unit) => "Đơn vị",
        (Lang::Vi, RecordKind::Drive) => "Đợt học tập",
        (Lang::Vi, RecordKind::Target) => "Chỉ tiêu",
        (Lang::Vi, RecordKind::Return) => "Biểu đã nhập",
        (Lang::Vi, RecordKind::Statement) => "Số ghi trong văn bản",
        (Lang::Vi, RecordKind::Explanation) => "Giải trình",
        (Lang::Vi, RecordKind::View) => "Góc nhìn đã lưu",
        (Lang::Vi, RecordKind::Closing) => "Lần chốt số liệu",
        (Lang::Vi, RecordKind::Conflict) => "Chỗ hai bên nhập khác nhau",
        (Lang::Vi, RecordKind::Own) => "Mục của danh mục riêng",
        (Lang::Vi, RecordKind::Deck) => "Bài trình chiếu",
        (Lang::Vi, RecordKind::Report) => "Báo cáo",
        (Lang::Vi, _) => "Mục khác",
        (Lang::En, kind) => {
            let (_, more) = english(kind);
            more
        }
    }
}

const fn english(kind: RecordKind) -> (&'static str, &'static str) {
    match kind {
        RecordKind::Profile => ("bloc profile", "bloc profile"),
        RecordKind::Sector => ("sector", "sectors"),
        RecordKind::Unit => ("unit", "units"),
        RecordKind::Drive => ("study drive", "study drives"),
        RecordKind::Target => ("target", "targets"),
        RecordKind::Return => ("return", "returns"),
        RecordKind::Statement => ("stated figure", "stated figures"),
        RecordKind::Explanation => ("explanation", "explanations"),
        RecordKind::View => ("saved view", "saved views"),
        RecordKind::Closing => ("closing of a period", "closings of periods"),
        RecordKind::Conflict => ("conflict", "conflicts"),
        RecordKind::Own => ("own catalogue item", "own catalogue items"),
        RecordKind::Deck => ("slide deck", "slide decks"),
        RecordKind::Report => ("report", "reports"),
        _ => ("other item", "other items"),
    }
}

/// How a difference came about.
pub const fn side_name(lang: Lang, side: Side) -> &'static str {
    match (lang, side) {
        (Lang::Vi, Side::New) => "Mới trong tệp",
        (Lang::Vi, Side::File) => "Sửa trong tệp",
        (Lang::Vi, Side::Here) => "Sửa trên máy này",
        (Lang::Vi, Side::Both) => "Hai bên cùng sửa",
        (Lang::Vi, Side::Unknown) => "Hai bên khác nhau",
        (Lang::En, Side::New) => "New in the file",
        (Lang::En, Side::File) => "Changed in the file",
        (Lang::En, Side::Here) => "Changed here",
        (Lang::En, Side::Both) => "Changed on both sides",
        (Lang::En, Side::Unknown) => "Different",
    }
}

/// A field that has no name of its own here.
pub fn other_field(lang: Lang, name: &str) -> String {
    match lang {
        Lang::Vi => format!("Mục khác ({name})"),
        Lang::En => format!("Other ({name})"),
    }
}

/// What a field of a record is called; `None` for one that this version does not know.
pub fn field_name(lang: Lang, field: &str) -> Option<&'static str> {
    let (vi, en) = match field {
        "name" => ("Tên", "Name"),
        "label" => ("Tên", "Name"),
        "short_name" => ("Tên ngắn", "Short name"),
        "parent" => ("Cấp trên", "Above"),
        "kind" => ("Loại", "Kind"),
        "sector" => ("Loại hình", "Sector"),
        "order" => ("Thứ tự", "Order"),
        "valid_from" => ("Có từ ngày", "From"),
        "valid_to" => ("Đến hết ngày", "Until"),
        "succession" => ("Trở thành", "Became"),
        "term" => ("Nhiệm kỳ", "Term"),
        "forms" => ("Biểu dùng", "Forms used"),
        "seen_on" => ("Ngày nhìn số liệu", "Seen on"),
        "opens_on" => ("Kỳ mở đầu tiên", "Opens on"),
        "demo" => ("Số liệu minh họa", "Illustrative"),
        "id" => ("Mã", "Identifier"),
        "unit" => ("Đơn vị", "Unit"),
        "period" => ("Kỳ", "Period"),
        "form" => ("Biểu", "Form"),
        "status" => ("Tình trạng nộp", "Status"),
        "submitted_on" => ("Ngày nộp", "Handed in on"),
        "as_of" => ("Tính đến ngày", "As of"),
        "start" => ("Từ ngày", "First day"),
        "end" => ("Đến ngày", "Last day"),
        "audiences" => ("Đối tượng", "Audiences"),
        "document" => ("Văn bản", "Document"),
        "source" => ("Nguồn", "Source"),
        "indicator" => ("Chỉ tiêu thống kê", "Indicator"),
        "comparison" => ("So sánh", "Comparison"),
        "value" => ("Mức, số", "Amount"),
        "relation" => ("Quan hệ với chỉ tiêu trên", "Relation"),
        "illustrative" => ("Minh họa", "Illustrative"),
        "copied_from" => ("Chép từ kỳ", "Copied from"),
        "subject" => ("Nói về", "Speaks of"),
        "qualifier" => ("Mức chính xác", "Exactness"),
        "part_of" => ("Là một phần của", "Part of"),
        "on" => ("Vào ngày", "On"),
        "finding" => ("Điều cần xem lại", "Finding"),
        "text" => ("Lời giải trình", "Explanation"),
        "figures" => ("Các số được nói đến", "Figures meant"),
        "address" => ("Góc nhìn", "View"),
        "removed" => ("Đã xóa", "Removed"),
        _ => return None,
    };
    Some(match lang {
        Lang::Vi => vi,
        Lang::En => en,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_kind_is_told_with_its_number() {
        assert_eq!(of_kind(Lang::Vi, RecordKind::Unit, 1_074), "1.074 đơn vị");
        assert_eq!(of_kind(Lang::En, RecordKind::Target, 1), "1 target");
    }
}
