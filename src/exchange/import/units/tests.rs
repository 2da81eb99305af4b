#![allow(clippy::unwrap_used)]

use super::super::delimited::read;
use super::*;
use crate::model::date::Date;

fn root() -> Unit {
    Unit::new("b", None, UnitKind::BlocCommittee, "Đảng bộ Khối")
}

fn sector(id: &str, name: &str) -> Sector {
    Sector {
        id: id.into(),
        label: Text {
            vi: name.into(),
            ..Text::default()
        },
        order: 1,
    }
}

fn list(text: &str, units: &[Unit], sectors: &[Sector], said: &BTreeMap<String, Said>) -> UnitList {
    let sheet = read(text).unwrap();
    let layout = find_layout(&sheet, &Names::of(units)).unwrap();
    let mapping = ListMapping::guess(&layout, Some(UnitColumn::Name));
    UnitList::of(UnitReading {
        sheet: &sheet,
        layout: &layout,
        mapping: &mapping,
        units,
        root: &"b".into(),
        sectors,
        said,
        fresh: "n",
    })
}

const SHEET: &str = "ĐẢNG BỘ KHỐI\t\t\t\t\t\n\
    DANH SÁCH TỔ CHỨC CƠ SỞ ĐẢNG\t\t\t\t\t\n\
    \t\t\t\t\t\n\
    STT\tTên đơn vị\tTên viết tắt\tLoại tổ chức\tTrực thuộc\tNgày thành lập\n\
    (1)\t(2)\t(3)\t(4)\t(5)\t(6)\n\
    I\tKhối hành chính\t\t\t\t\n\
    1\tSở Giáo dục và Đào tạo\tSở GD&ĐT\tĐBCS\t\t01/7/2005\n\
    2\tChi bộ Thanh tra tỉnh\t\tCBCS\t\t\n\
    3\tChi bộ Phòng Tổ chức\t\t\tSở GD&ĐT\t38718\n\
    II\tKhối đoàn thể\t\t\t\t\n\
    4\tTỉnh đoàn\t\tĐBCS\t\t\n\
    4\tTỉnh Đoàn\t\tĐBCS\t\t\n\
    5\tHội khác\t\tkhông rõ\t\t\n\
    \tTổng cộng: 5\t\t\t\t\n";

#[test]
fn a_messy_list_fills_an_empty_bloc() {
    let sectors = [sector("hc", "Khối hành chính"), sector("dt", "Khối đoàn thể")];
    let found = list(SHEET, &[root()], &sectors, &BTreeMap::new());
    let told: Vec<(&str, RowChange)> = found.rows.iter().map(|row| (row.name.as_str(), row.change)).collect();
    assert_eq!(
        told,
        [
            ("Sở Giáo dục và Đào tạo", RowChange::New),
            ("Chi bộ Thanh tra tỉnh", RowChange::New),
            ("Chi bộ Phòng Tổ chức", RowChange::New),
            ("Tỉnh đoàn", RowChange::New),
            ("Tỉnh Đoàn", RowChange::Repeated),
            ("Hội khác", RowChange::Invalid(RowProblem::Kind)),
        ]
    );
    let units = found.to_write();
    assert_eq!(units[0].kind, UnitKind::GrassrootsCommittee);
    assert_eq!((units[0].short_name.as_str(), units[0].order), ("Sở GD&ĐT", 1));
    assert_eq!(units[0].valid_from, Date::new(2005, 7, 1));
    assert_eq!(units[0].sector, Some("hc".into()));
    // Its parent is named by the short name of another row, its day is a spreadsheet's number.
    assert_eq!(units[2].parent, Some(units[0].id.clone()));
    assert_eq!(units[2].kind, UnitKind::SubordinateCell);
    assert_eq!(units[2].valid_from, Date::new(2006, 1, 1));
    assert_eq!(units[3].sector, Some("dt".into()));
}

#[test]
fn what_is_there_is_the_same_changed_or_asked_about() {
    let unit = |id: &str, name: &str, order: u32| Unit {
        order,
        ..Unit::new(id, Some("b".into()), UnitKind::GrassrootsCommittee, name)
    };
    let units = [
        root(),
        unit("yt", "Đảng bộ Sở Y tế", 1),
        unit("nv", "Đảng bộ Sở Nội vụ", 2),
    ];
    let text = "TT\tTên đơn vị\tLoại hình\n1\tĐB Sở Y tế\t\n5\tĐảng bộ Sở Nội vụ\tHành chính\n3\tSở Y tế tỉnh\t\n4\tĐảng bộ Sở Công thương\tHành chính\n";
    let found = list(text, &units, &[], &BTreeMap::new());
    let changes: Vec<RowChange> = found.rows.iter().map(|row| row.change).collect();
    assert_eq!(
        changes,
        [
            RowChange::Same,
            RowChange::Changed,
            RowChange::Suspicious,
            RowChange::New
        ]
    );
    assert_eq!(found.rows[2].near, ["yt".into()]);
    assert_eq!(
        (found.sectors.len(), found.sectors[0].label.vi.as_str()),
        (1, "Hành chính")
    );
    let said = BTreeMap::from([
        (normal("Sở Y tế tỉnh"), Said::New),
        (normal("Đảng bộ Sở Công thương"), Said::LeaveOut),
    ]);
    let found = list(text, &units, &[], &said);
    assert_eq!(
        (
            found.rows[2].change,
            found.rows[3].change,
            found.count(|of| of == RowChange::New)
        ),
        (RowChange::New, RowChange::LeftOut, 1)
    );
}

#[test]
fn nonsense_is_not_written() {
    let units = [
        root(),
        Unit::new("c", Some("b".into()), UnitKind::GrassrootsCell, "Chi bộ C"),
    ];
    let text = "Tên đơn vị\tTrực thuộc\tTừ ngày\tĐến ngày\nChi bộ A\tKhông có\t\t\nChi bộ D\tChi bộ C\t\t\n\
        Đảng bộ E\tĐảng bộ F\t\t\nĐảng bộ F\tĐảng bộ E\t\t\nChi bộ G\t\t31/02/2021\t\nChi bộ H\t\t01/02/2021\t01/01/2021\n";
    let found = list(text, &units, &[], &BTreeMap::new());
    let changes: Vec<RowChange> = found.rows.iter().map(|row| row.change).collect();
    let of = RowChange::Invalid;
    assert_eq!(
        changes,
        [
            of(RowProblem::Parent),
            of(RowProblem::Place),
            of(RowProblem::Place),
            of(RowProblem::Place),
            of(RowProblem::Date),
            of(RowProblem::Days)
        ]
    );
    assert!(found.to_write().is_empty());
}
