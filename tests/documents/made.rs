//! Documents and decks of the demos, as pages make them, with their charts.

use super::charts::pictures;
use flate2::Compression;
use flate2::write::ZlibEncoder;
use so_khoi::analysis::Scope;
use so_khoi::catalogue::Catalogue;
use so_khoi::demo::load;
use so_khoi::exhibit::picture::Use;
use so_khoi::exhibit::report::compose;
use so_khoi::exhibit::report::offers::offers;
use so_khoi::exhibit::{Exhibit, make, offered};
use so_khoi::model::deck::Slide;
use so_khoi::model::ledger::Ledger;
use so_khoi::model::number::format_count;
use so_khoi::model::period::Period;
use so_khoi::model::text::Lang;
use so_khoi::pages::present::opening::{opening, rests_on};
use so_khoi::pages::reports::kept::new_report;
use so_khoi::report::document::{Annex, Block, Document, Foot, Head, Heading, Paragraph, Picture};
use so_khoi::report::slide_show::{Body, Opening, ShownSlide, SlideShow};
use so_khoi::report::table::{Cell, Column, Row, RowKind, Table};
use std::io::Write;

/// What can be shown of a bloc's year.
fn exhibits(bloc: &str, year: &str, lang: Lang) -> Vec<Exhibit> {
    let records = load(bloc).unwrap().records;
    let ledger = Ledger::from_records(&records);
    let catalogue = Catalogue::built_in().unwrap();
    let scope = Scope::whole(&ledger, &catalogue, "2030-01-01".parse().unwrap());
    let period: Period = year.parse().unwrap();
    let of_year = offered(&scope, lang, &period);
    of_year
        .iter()
        .filter_map(|offer| make(&scope, lang, &offer.subject))
        .collect()
}

/// The report that a bloc is offered first, as it is composed.
pub fn document(bloc: &str, lang: Lang) -> Document {
    let records = load(bloc).unwrap().records;
    let ledger = Ledger::from_records(&records);
    let catalogue = Catalogue::built_in().unwrap();
    let today = "2030-01-01".parse().unwrap();
    let scope = Scope::whole(&ledger, &catalogue, ledger.seen_on(today));
    let offered = offers(&ledger, today).remove(0);
    let composed = compose(&scope, lang, &new_report("r", &offered, &[])).unwrap();
    composed.document(|exhibit| pictures(exhibit, lang, Use::Paper).pop())
}

/// The deck of the same.
pub fn deck(bloc: &str, year: &str, lang: Lang) -> SlideShow {
    let name = load(bloc).unwrap().label.in_lang(lang).to_owned();
    let exhibits = exhibits(bloc, year, lang);
    let first = Slide {
        headline: match lang {
            Lang::Vi => "Hội nghị tổng kết".to_owned(),
            Lang::En => "Review of the year".to_owned(),
        },
        text: year.to_owned(),
        ..Slide::default()
    };
    let rests = rests_on(lang, exhibits.iter());
    let mut slides = vec![
        ShownSlide {
            headline: first.headline.clone(),
            body: Body::Opening(opening(lang, &first, &name, "2022-12-05".parse().unwrap(), rests)),
            notes: "Chào mừng đại biểu.\nNói ngắn.".to_owned(),
            ..ShownSlide::default()
        },
        ShownSlide {
            headline: "Hai việc của quý tới".to_owned(),
            body: Body::Words(vec![
                "Rà soát chỉ tiêu kết nạp của từng chi bộ".to_owned(),
                "Bồi dưỡng quần chúng ưu tú ở các đơn vị còn thiếu".to_owned(),
            ]),
            ..ShownSlide::default()
        },
    ];
    // Some of each ground: they are made alike.
    for exhibit in exhibits.into_iter().step_by(4) {
        let foot = exhibit.facts.join(" · ");
        let drawn = pictures(&exhibit, lang, Use::Slide).into_iter().map(Body::Picture);
        let told = [Body::Table(exhibit.table.clone()), Body::List(exhibit.missing.clone())];
        let shown = drawn.chain(told).filter(|body| *body != Body::List(Vec::new()));
        slides.extend(shown.map(|body| ShownSlide {
            headline: exhibit.finding.clone(),
            sentence: exhibit.sentence.clone(),
            foot: foot.clone(),
            body,
            notes: String::new(),
            figures: Some(exhibit.table.clone()),
        }));
    }
    SlideShow {
        lang,
        title: name,
        stamp: String::new(),
        slides,
    }
}

/// A bloc of 130 units with long names, in narrow and in wide tables.
pub fn large() -> (Document, SlideShow) {
    let name = |at: usize| match at % 3 {
        0 => format!("Đảng bộ Sở Nông nghiệp và Phát triển nông thôn số {at}"),
        1 => format!("Chi bộ Liên hiệp các tổ chức hữu nghị và Hội Cựu thanh niên xung phong tỉnh số {at}"),
        _ => format!("Đảng bộ Bưu điện {at}"),
    };
    let table = |columns: usize| Table {
        caption: format!("Kết quả theo đơn vị, {columns} cột số liệu"),
        columns: std::iter::once(Column::words("Đơn vị"))
            .chain((0..columns).map(|at| Column::figures(format!("Hoàn thành xuất sắc nhiệm vụ {at} (đảng viên)"))))
            .collect(),
        rows: (0..130)
            .map(|at| {
                let cells = (0..columns).map(|column| {
                    let count = (at * 37 + column * 11) as u64;
                    Cell::count(format_count(count, Lang::Vi), count)
                });
                Row::new("", std::iter::once(Cell::text(name(at))).chain(cells).collect())
            })
            .chain([Row::new("", vec![Cell::text("Cộng")]).kind(RowKind::Total)])
            .collect(),
    };
    let annex = |number: usize, columns: usize| Annex {
        number: format!("Phụ lục {number}"),
        title: "Kết quả theo đơn vị".to_owned(),
        facts: vec![
            "Số liệu đến 31/12/2022".to_owned(),
            "128/130 đơn vị đã báo cáo".to_owned(),
        ],
        table: table(columns),
    };
    let document = Document {
        lang: Lang::Vi,
        head: head("Đảng bộ Khối lớn"),
        blocks: vec![
            heading(1, "I. KẾT QUẢ"),
            text(&"Các cấp ủy đã lãnh đạo, chỉ đạo thực hiện nhiệm vụ được giao. ".repeat(40)),
            Block::Table(table(3)),
            Block::Picture(picture("Biểu đồ cao", "130 đơn vị", 860, 2600)),
        ],
        foot: foot(),
        annexes: vec![annex(1, 2), annex(2, 11)],
        stamp: "Số liệu đến 31/12/2022 · 128/130 đơn vị đã báo cáo".to_owned(),
    };
    let slide = |body: Body| {
        ShownSlide {
        headline: "Kết nạp 121/130 đảng viên, đạt 93,1%; còn thiếu 9 đảng viên ở các đơn vị sự nghiệp và doanh nghiệp thuộc Khối, cần đôn đốc trong quý IV"
            .to_owned(),
        sentence: "Cao nhất: Đảng bộ Công an tỉnh (12), Đảng bộ Sở Y tế (9). Thấp nhất: Chi bộ Hội Nhà báo (0).".to_owned(),
        foot: "121/130 · 128/130 đơn vị đã báo cáo · Số liệu đến 31/12/2022".to_owned(),
        body,
        ..ShownSlide::default()
    }
    };
    let show = SlideShow {
        lang: Lang::Vi,
        title: "Sơ kết".to_owned(),
        stamp: String::new(),
        slides: vec![
            slide(Body::Picture(picture("Biểu đồ", "130 đơn vị", 1152, 452))),
            slide(Body::Table(table(3))),
            slide(Body::Table(table(9))),
            slide(Body::List((0..130).map(name).collect())),
            slide(Body::List((0..7).map(name).collect())),
            ShownSlide {
                body: Body::Opening(Opening {
                    whose: "Đảng bộ Khối các cơ quan, doanh nghiệp và đơn vị sự nghiệp trực thuộc tỉnh ".repeat(2),
                    lines: vec!["6 tháng đầu năm 2022".to_owned(), "Hội trường Tỉnh ủy".to_owned()],
                    day: "Ngày 05 tháng 12 năm 2022".to_owned(),
                    rests: vec!["46/130 đến 128/130 đơn vị đã báo cáo, tùy nội dung".to_owned()],
                }),
                sentence: String::new(),
                ..slide(Body::Nothing)
            },
            ShownSlide {
                sentence: String::new(),
                ..slide(Body::Words((0..4).map(name).collect()))
            },
            ShownSlide {
                sentence: String::new(),
                ..slide(Body::Words((0..16).map(name).collect()))
            },
        ],
    };
    (document, show)
}

/// Names that would like to be more than text.
pub fn hostile() -> (Document, SlideShow) {
    let nasty = "<w:p>&amp;\"'</w:t> =HYPERLINK(\"http://x\") \u{202e}gnurt\u{1}\u{b}\u{fffe} {{7*7}} ]]>";
    let formula = "=1+1|cmd";
    let table = Table {
        caption: nasty.to_owned(),
        columns: vec![Column::words(nasty), Column::figures("+1")],
        rows: vec![
            Row::new("", vec![Cell::text(formula), Cell::text("-1+2")]),
            Row::new("", vec![Cell::text("@SUM(A1)")]),
        ],
    };
    let document = Document {
        lang: Lang::Vi,
        head: head(nasty),
        blocks: vec![
            heading(1, nasty),
            text(nasty),
            item("dòng một\ndòng hai\ttab"),
            Block::Table(table.clone()),
        ],
        foot: Foot {
            recipients_head: nasty.to_owned(),
            recipients: vec![nasty.to_owned()],
            signature: vec![nasty.to_owned()],
        },
        annexes: vec![Annex {
            number: "[Phụ lục]: 1/2*?".to_owned(),
            title: nasty.to_owned(),
            facts: vec![nasty.to_owned()],
            table: table.clone(),
        }],
        stamp: nasty.to_owned(),
    };
    let show = SlideShow {
        lang: Lang::En,
        title: nasty.to_owned(),
        stamp: nasty.to_owned(),
        slides: vec![ShownSlide {
            headline: nasty.to_owned(),
            sentence: nasty.to_owned(),
            foot: nasty.to_owned(),
            body: Body::Table(table.clone()),
            notes: nasty.to_owned(),
            figures: Some(table),
        }],
    };
    (document, show)
}

fn head(name: &str) -> Head {
    Head {
        above: "TỈNH ỦY HÒA BÌNH".to_owned(),
        issuer: format!("ĐẢNG ỦY {}", name.to_uppercase()),
        party: "ĐẢNG CỘNG SẢN VIỆT NAM".to_owned(),
        number: "Số       -BC/ĐUK".to_owned(),
        place_and_date: "Hòa Bình, ngày 05 tháng 12 năm 2022".to_owned(),
        title: "BÁO CÁO".to_owned(),
        subject: vec!["kết quả thực hiện nhiệm vụ".to_owned()],
    }
}

fn foot() -> Foot {
    Foot {
        recipients_head: "Nơi nhận:".to_owned(),
        recipients: vec![
            "- Ban Thường vụ Tỉnh ủy,".to_owned(),
            "- Các đảng bộ, chi bộ trực thuộc,".to_owned(),
            "- Lưu Văn phòng.".to_owned(),
        ],
        signature: vec!["T/M BAN THƯỜNG VỤ".to_owned(), "BÍ THƯ".to_owned()],
    }
}

fn heading(level: u8, text: &str) -> Block {
    Block::Heading(Heading {
        level,
        text: text.to_owned(),
    })
}

fn text(text: &str) -> Block {
    Block::Paragraph(Paragraph {
        text: text.to_owned(),
        ..Paragraph::default()
    })
}

fn item(text: &str) -> Block {
    Block::Paragraph(Paragraph {
        text: text.to_owned(),
        item: true,
        ..Paragraph::default()
    })
}

/// Bars of any size, as lines and as dots: a chart taller than a page.
fn picture(title: &str, alt: &str, width: u32, height: u32) -> Picture {
    let bar = |at: u32| (at * 48 + 12, width.saturating_sub(60 + at * 70).max(40));
    let bars = || (0..height / 48).map(bar);
    let mut svg = format!(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"{width}\" height=\"{height}\" viewBox=\"0 0 {width} {height}\">\
         <rect width=\"{width}\" height=\"{height}\" fill=\"#ffffff\"/>"
    );
    // A quarter of the dots will do: what is drawn is not what is asked.
    let (across, down) = (width / 4, height / 4);
    let mut dots = vec![255u8; (across * down * 3) as usize];
    for (top, wide) in bars() {
        svg.push_str(&format!(
            "<rect x=\"20\" y=\"{top}\" width=\"{wide}\" height=\"28\" fill=\"#0072b2\"/>"
        ));
        for y in top / 4..(top / 4 + 7).min(down) {
            for x in 5..(5 + wide / 4).min(across) {
                let at = ((y * across + x) * 3) as usize;
                dots[at..at + 3].copy_from_slice(&[0, 0x72, 0xb2]);
            }
        }
    }
    svg.push_str("</svg>");
    Picture {
        title: title.to_owned(),
        alt: alt.to_owned(),
        svg,
        png: base64(&png(across, down, &dots)),
        width_px: width,
        height_px: height,
    }
}

fn png(width: u32, height: u32, dots: &[u8]) -> Vec<u8> {
    let mut zlib = ZlibEncoder::new(Vec::new(), Compression::default());
    for line in dots.chunks((width * 3) as usize) {
        zlib.write_all(&[0]).unwrap();
        zlib.write_all(line).unwrap();
    }
    let mut file = b"\x89PNG\r\n\x1a\n".to_vec();
    let mut chunk = |kind: &[u8; 4], data: &[u8]| {
        let mut sum = flate2::Crc::new();
        sum.update(kind);
        sum.update(data);
        file.extend((data.len() as u32).to_be_bytes());
        file.extend(kind);
        file.extend(data);
        file.extend(sum.sum().to_be_bytes());
    };
    let size = [width.to_be_bytes(), height.to_be_bytes()].concat();
    chunk(b"IHDR", &[size.as_slice(), &[8, 2, 0, 0, 0]].concat());
    chunk(b"IDAT", &zlib.finish().unwrap());
    chunk(b"IEND", &[]);
    file
}

fn base64(bytes: &[u8]) -> String {
    const SIGNS: &[u8; 64] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    let mut text = String::new();
    for group in bytes.chunks(3) {
        let byte = |at: usize| u32::from(group.get(at).copied().unwrap_or_default());
        let bits = byte(0) << 16 | byte(1) << 8 | byte(2);
        for at in 0..4 {
            let sign = SIGNS[(bits >> (18 - 6 * at) & 63) as usize];
            text.push(if at > group.len() { '=' } else { char::from(sign) });
        }
    }
    text
}
