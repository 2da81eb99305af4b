//! Made-up organisations: names put together of what such organisations are called, none of a real one; long ones
//! on purpose, because a long name is what breaks a page.

use super::{Size, root_id, seeded};
use crate::model::id::{SectorId, UnitId};
use crate::model::text::Text;
use crate::model::unit::{Sector, Unit, UnitKind};

/// An organisation with what its returns are drawn from.
pub struct Organisation {
    /// The unit.
    pub unit: Unit,
    /// Members in the first year.
    pub members: u64,
    /// Staff in the first year, members among them.
    pub staff: u64,
    /// Sectional committees below it.
    pub sectional: u64,
    /// Cells below it, those of sectional committees among them.
    pub cells: u64,
    /// Of a hundred returns, how many do not come.
    pub missing: u64,
}

impl Organisation {
    /// Members in a year: a few more each.
    pub fn members_in(&self, size: Size, year: i32) -> u64 {
        self.members + self.members * u64::try_from(year - size.from).unwrap_or(0) / 30
    }

    /// Staff in a year.
    pub fn staff_in(&self, size: Size, year: i32) -> u64 {
        self.staff + self.members_in(size, year) - self.members
    }

    /// Two cells of a committee lie under its sectional committee.
    pub fn sectional_cells(&self) -> u64 {
        self.sectional * 2
    }

    /// The units below it.
    pub fn below(&self) -> Vec<Unit> {
        let mut units = Vec::new();
        let of = &self.unit;
        let made = |id: String, parent: &UnitId, kind, title: String, order: u64| Unit {
            order: u32::try_from(order).unwrap_or(u32::MAX),
            short_name: title.clone(),
            ..Unit::new(
                id.as_str(),
                Some(parent.clone()),
                kind,
                format!("{title} – {}", of.brief()),
            )
        };
        let direct = self.cells - self.sectional_cells();
        for number in 1..=direct {
            let id = format!("{}-c{number}", of.id);
            units.push(made(
                id,
                &of.id,
                UnitKind::SubordinateCell,
                format!("Chi bộ {number}"),
                number,
            ));
        }
        for part in 1..=self.sectional {
            let id = UnitId::new(format!("{}-s{part}", of.id));
            let title = format!("Đảng bộ bộ phận {part}");
            units.push(made(
                id.to_string(),
                &of.id,
                UnitKind::SectionalCommittee,
                title,
                direct + part,
            ));
            for cell in 1..=2 {
                let title = format!("Chi bộ {}", direct + (part - 1) * 2 + cell);
                units.push(made(
                    format!("{id}-c{cell}"),
                    &id,
                    UnitKind::SubordinateCell,
                    title,
                    cell,
                ));
            }
        }
        units
    }
}

/// A kind of organisation: its full and its short name, and its sector.
struct Sort {
    name: &'static str,
    short: &'static str,
    sector: &'static str,
}

const fn sort(name: &'static str, short: &'static str, sector: &'static str) -> Sort {
    Sort { name, short, sector }
}

const SORTS: [Sort; 20] = [
    sort("Chi cục Quản lý", "Chi cục QL", "administration"),
    sort("Trung tâm Kỹ thuật", "TT Kỹ thuật", "service"),
    sort("Công ty cổ phần Đầu tư và Phát triển", "Cty CP ĐTPT", "enterprise"),
    sort("Ban Quản lý dự án", "BQL dự án", "service"),
    sort("Hội", "Hội", "political"),
    sort("Trường Cao đẳng", "CĐ", "service"),
    sort(
        "Công ty trách nhiệm hữu hạn một thành viên",
        "Cty TNHH MTV",
        "enterprise",
    ),
    sort(
        "Trung tâm Nghiên cứu và Chuyển giao công nghệ",
        "TT NC và CGCN",
        "service",
    ),
    sort("Tạp chí", "Tạp chí", "press"),
    sort("Văn phòng Điều phối chương trình", "VP Điều phối", "administration"),
    sort("Viện Quy hoạch", "Viện QH", "service"),
    sort("Quỹ Bảo vệ và Phát triển", "Quỹ", "service"),
    sort("Xí nghiệp Dịch vụ", "XN Dịch vụ", "enterprise"),
    sort("Liên hiệp các tổ chức về", "Liên hiệp", "political"),
    sort("Thanh tra chuyên ngành", "Thanh tra CN", "administration"),
    sort("Chi nhánh Tổng công ty", "CN Tổng cty", "enterprise"),
    sort(
        "Trung tâm Dịch vụ việc làm và Đào tạo nghề",
        "TT DVVL và ĐTN",
        "service",
    ),
    sort("Ban Biên tập Cổng thông tin", "BBT Cổng TT", "press"),
    sort("Trạm Kiểm định", "Trạm KĐ", "administration"),
    sort("Hiệp hội Doanh nghiệp", "Hiệp hội DN", "political"),
];

const FIELDS: [(&str, &str); 25] = [
    ("thủy lợi và phòng, chống thiên tai", "thủy lợi"),
    ("tài nguyên nước", "TN nước"),
    ("lâm nghiệp", "lâm nghiệp"),
    ("giao thông đường bộ", "giao thông"),
    ("an toàn vệ sinh thực phẩm", "ATVSTP"),
    ("năng lượng tái tạo và tiết kiệm năng lượng", "năng lượng"),
    ("chăn nuôi và thú y", "thú y"),
    ("công nghệ thông tin và truyền thông", "CNTT-TT"),
    ("bảo tồn di sản văn hóa các dân tộc", "di sản"),
    ("môi trường đô thị", "môi trường"),
    ("xây dựng hạ tầng kỹ thuật", "hạ tầng"),
    ("y tế dự phòng", "YTDP"),
    ("trồng trọt và bảo vệ thực vật", "BVTV"),
    ("du lịch cộng đồng", "du lịch"),
    ("tiêu chuẩn, đo lường, chất lượng", "TC-ĐL-CL"),
    ("thể dục, thể thao", "TDTT"),
    ("đăng kiểm phương tiện", "đăng kiểm"),
    ("cấp thoát nước", "CTN"),
    ("dược liệu", "dược liệu"),
    ("khoáng sản và địa chất", "khoáng sản"),
    ("khuyến công và xúc tiến thương mại", "khuyến công"),
    ("thủy sản", "thủy sản"),
    ("giáo dục thường xuyên và hướng nghiệp", "GDTX"),
    ("lưu trữ lịch sử", "lưu trữ"),
    ("phát triển nông thôn bền vững", "PTNT"),
];

const AREAS: [(&str, &str); 7] = [
    ("", ""),
    (" khu vực Đông Bắc", " ĐB"),
    (" khu vực Tây Nam", " TN"),
    (" tiểu vùng cao nguyên phía Bắc", " CN"),
    (" vùng lòng hồ và phụ cận", " LH"),
    (" khu vực ven sông phía Đông", " VS"),
    (" cụm công nghiệp trung tâm", " CCN"),
];

/// The bloc's sectors.
pub fn sectors() -> Vec<Sector> {
    let made = |(order, (id, vi, en)): (u32, (&str, &str, &str))| Sector {
        id: SectorId::new(id),
        label: Text::new(vi, en),
        order,
    };
    let all = [
        ("administration", "Cơ quan hành chính", "Administrative agencies"),
        ("service", "Đơn vị sự nghiệp", "Public service units"),
        ("enterprise", "Doanh nghiệp", "Enterprises"),
        (
            "political",
            "Tổ chức chính trị, đoàn thể, hội nghề nghiệp",
            "Political, mass and professional organisations",
        ),
        ("press", "Cơ quan báo chí, thông tin", "Press and information agencies"),
    ];
    (1..).zip(all).map(made).collect()
}

/// The bloc committee.
pub fn root(size: Size) -> Unit {
    Unit {
        short_name: "Đảng ủy Khối".to_owned(),
        ..Unit::new(root_id(), None, UnitKind::BlocCommittee, size.name())
    }
}

/// The organisations, in the official order.
pub fn all(size: Size) -> Vec<Organisation> {
    (0..size.units).map(|at| organisation(size, at)).collect()
}

fn organisation(size: Size, at: usize) -> Organisation {
    let mut random = seeded(&["unit"], at as u64);
    let is_cell = random.below(9) < 4;
    let (kind, title) = match is_cell {
        true => (UnitKind::GrassrootsCell, "Chi bộ"),
        false => (UnitKind::GrassrootsCommittee, "Đảng bộ"),
    };
    let (name, short_name, sector) = named(at);
    // A grassroots committee has at least thirty members; a few have several hundred.
    let members = match (is_cell, random.below(12)) {
        (true, _) => random.between(5, 29),
        (false, 0) => random.between(200, 640),
        (false, _) => random.between(31, 120),
    };
    let (sectional, cells) = match (is_cell, size.every_form) {
        (false, true) => {
            let sectional = u64::from(random.below(4) == 0);
            (sectional, (members / 25).max(2) + 2 * sectional)
        }
        _ => (0, 0),
    };
    let slow = random.below(10) == 0;
    let unit = Unit {
        sector: Some(SectorId::new(sector)),
        short_name,
        order: u32::try_from(at + 1).unwrap_or(u32::MAX),
        ..Unit::new(
            UnitId::new(format!("u{:05}", at + 1)),
            Some(root_id()),
            kind,
            format!("{title} {name}"),
        )
    };
    Organisation {
        unit,
        members,
        staff: members + random.between(members / 4, members * 2),
        sectional,
        cells,
        missing: match (size.with_gaps, slow) {
            (false, _) => 0,
            (true, false) => 2,
            (true, true) => 20,
        },
    }
}

/// The name of an organisation, its short name and its sector. No two are the same: sorts and fields run through all
/// their pairs, then the next area comes, then a number.
fn named(at: usize) -> (String, String, &'static str) {
    let sort = &SORTS[at % SORTS.len()];
    // Shifted with each round of the sorts, so that every pair comes once.
    let pairs = SORTS.len() * FIELDS.len();
    let field = FIELDS[(at / SORTS.len() + at) % FIELDS.len()];
    let round = at / pairs;
    // The areas are mixed: the first organisations are not all without one.
    let area = AREAS[(round + at) % AREAS.len()];
    let number = match round / AREAS.len() {
        0 => String::new(),
        more => format!(" số {}", more + 1),
    };
    (
        format!("{} {}{}{number}", sort.name, field.0, area.0),
        format!("{} {}{}{number}", sort.short, field.1, area.1),
        sort.sector,
    )
}
