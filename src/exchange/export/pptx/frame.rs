//! What every file of slides must have: a theme, a master with one layout, a master of notes.

use super::slide::{BODY, FOOT, NUMBER, SENTENCE, TITLE};
use super::{DECK, NAMES, NOTES_SIZE, media};
use crate::exchange::export::ooxml::EMU_PER_PX;
use crate::exchange::export::ooxml::package::Package;
use crate::model::text::Lang;

pub(super) const LAYOUT: &str = "ppt/slideLayouts/slideLayout1.xml";
pub(super) const NOTES_MASTER: &str = "ppt/notesMasters/notesMaster1.xml";
const MASTER: &str = "ppt/slideMasters/slideMaster1.xml";
const THEME: &str = "ppt/theme/theme1.xml";
const NOTES_THEME: &str = "ppt/theme/theme2.xml";
const MAP: &str = "bg1=\"lt1\" tx1=\"dk1\" bg2=\"lt2\" tx2=\"dk2\" accent1=\"accent1\" accent2=\"accent2\" accent3=\"accent3\" \
    accent4=\"accent4\" accent5=\"accent5\" accent6=\"accent6\" hlink=\"hlink\" folHlink=\"folHlink\"";
/// What every tree of shapes begins with.
const TREE: &str = "<p:nvGrpSpPr><p:cNvPr id=\"1\" name=\"\"/><p:cNvGrpSpPr/><p:nvPr/></p:nvGrpSpPr><p:grpSpPr/>";

/// How the deck names them.
pub(super) struct Frame {
    pub master: String,
    pub notes_master: String,
}

/// Puts them in.
pub(super) fn put(package: &mut Package, lang: Lang) -> Frame {
    let theme = theme();
    package.put(THEME, media::THEME, &theme);
    package.put(NOTES_THEME, media::THEME, &theme);
    let layout = package.link(MASTER, "slideLayout", LAYOUT);
    package.link(MASTER, "theme", THEME);
    package.link(LAYOUT, "slideMaster", MASTER);
    package.link(NOTES_MASTER, "theme", NOTES_THEME);
    let tag = super::tag(lang);
    let places = [
        place(2, "title", "", TITLE, "b", ""),
        place(3, "body", " idx=\"10\"", SENTENCE, "t", ""),
        place(4, "body", " idx=\"11\"", FOOT, "ctr", ""),
        place(5, "sldNum", " sz=\"quarter\" idx=\"12\"", NUMBER, "ctr", tag),
    ];
    // The master knows one body; the layout has two of them.
    let of_master = [
        places[0].clone(),
        place(3, "body", " idx=\"1\"", BODY, "t", ""),
        place(5, "sldNum", " sz=\"quarter\" idx=\"4\"", NUMBER, "ctr", tag),
    ];
    package.put(
        LAYOUT,
        media::LAYOUT,
        &format!(
            "<p:sldLayout {NAMES} preserve=\"1\" userDrawn=\"1\"><p:cSld name=\"Finding\"><p:spTree>{TREE}{}</p:spTree></p:cSld>\
             <p:clrMapOvr><a:masterClrMapping/></p:clrMapOvr></p:sldLayout>",
            places.concat()
        ),
    );
    package.put(
        MASTER,
        media::MASTER,
        &format!(
            "<p:sldMaster {NAMES}><p:cSld><p:bg><p:bgPr><a:solidFill><a:schemeClr val=\"bg1\"/></a:solidFill><a:effectLst/></p:bgPr></p:bg>\
             <p:spTree>{TREE}{}</p:spTree></p:cSld><p:clrMap {MAP}/><p:sldLayoutIdLst><p:sldLayoutId id=\"2147483649\" r:id=\"{layout}\"/></p:sldLayoutIdLst>\
             <p:txStyles><p:titleStyle>{}</p:titleStyle><p:bodyStyle>{}</p:bodyStyle><p:otherStyle>{}</p:otherStyle></p:txStyles></p:sldMaster>",
            of_master.concat(),
            level("3000", "1", "mj"),
            level("1500", "0", "mn"),
            level("1300", "0", "mn"),
        ),
    );
    package.put(NOTES_MASTER, media::NOTES_MASTER, &notes_master());
    Frame {
        master: package.link(DECK, "slideMaster", MASTER),
        notes_master: package.link(DECK, "notesMaster", NOTES_MASTER),
    }
}

fn place(id: u32, kind: &str, more: &str, at: [u64; 4], anchor: &str, number: &str) -> String {
    let [x, y, wide, high] = at.map(|px| px * EMU_PER_PX);
    let inside = match number {
        "" => "<a:p><a:endParaRPr/></a:p>".to_owned(),
        tag => format!(
            "<a:p><a:pPr algn=\"r\"/><a:fld id=\"{{B6F15528-21DE-4FAA-801E-634DDDAF4B2B}}\" type=\"slidenum\"><a:rPr lang=\"{tag}\"/><a:t>‹#›</a:t></a:fld></a:p>"
        ),
    };
    let style = match kind {
        "sldNum" => {
            "<a:lstStyle><a:lvl1pPr algn=\"r\"><a:defRPr sz=\"1300\"><a:latin typeface=\"Arial\"/></a:defRPr></a:lvl1pPr></a:lstStyle>"
        }
        _ => "<a:lstStyle/>",
    };
    format!(
        "<p:sp><p:nvSpPr><p:cNvPr id=\"{id}\" name=\"{kind} {id}\"/><p:cNvSpPr><a:spLocks noGrp=\"1\"/></p:cNvSpPr>\
         <p:nvPr><p:ph type=\"{kind}\"{more}/></p:nvPr></p:nvSpPr><p:spPr><a:xfrm><a:off x=\"{x}\" y=\"{y}\"/><a:ext cx=\"{wide}\" cy=\"{high}\"/></a:xfrm>\
         <a:prstGeom prst=\"rect\"><a:avLst/></a:prstGeom></p:spPr><p:txBody>\
         <a:bodyPr wrap=\"square\" lIns=\"0\" tIns=\"0\" rIns=\"0\" bIns=\"0\" anchor=\"{anchor}\"><a:normAutofit/></a:bodyPr>{style}{inside}</p:txBody></p:sp>"
    )
}

fn level(size: &str, bold: &str, font: &str) -> String {
    format!(
        "<a:lvl1pPr marL=\"0\" indent=\"0\" algn=\"l\"><a:spcBef><a:spcPts val=\"0\"/></a:spcBef><a:buNone/>\
         <a:defRPr sz=\"{size}\" b=\"{bold}\"><a:solidFill><a:schemeClr val=\"tx1\"/></a:solidFill>\
         <a:latin typeface=\"+{font}-lt\"/><a:ea typeface=\"+{font}-ea\"/><a:cs typeface=\"+{font}-cs\"/></a:defRPr></a:lvl1pPr>"
    )
}

fn notes_master() -> String {
    let (wide, high) = NOTES_SIZE;
    format!(
        "<p:notesMaster {NAMES}><p:cSld><p:bg><p:bgPr><a:solidFill><a:schemeClr val=\"bg1\"/></a:solidFill><a:effectLst/></p:bgPr></p:bg>\
         <p:spTree>{TREE}<p:sp><p:nvSpPr><p:cNvPr id=\"2\" name=\"slide 2\"/><p:cNvSpPr><a:spLocks noGrp=\"1\" noRot=\"1\" noChangeAspect=\"1\"/></p:cNvSpPr>\
         <p:nvPr><p:ph type=\"sldImg\" idx=\"2\"/></p:nvPr></p:nvSpPr><p:spPr><a:xfrm><a:off x=\"685800\" y=\"1143000\"/><a:ext cx=\"{}\" cy=\"3086100\"/></a:xfrm>\
         <a:prstGeom prst=\"rect\"><a:avLst/></a:prstGeom><a:noFill/><a:ln w=\"12700\"><a:solidFill><a:prstClr val=\"black\"/></a:solidFill></a:ln></p:spPr></p:sp>\
         <p:sp><p:nvSpPr><p:cNvPr id=\"3\" name=\"notes 3\"/><p:cNvSpPr><a:spLocks noGrp=\"1\"/></p:cNvSpPr><p:nvPr><p:ph type=\"body\" sz=\"quarter\" idx=\"1\"/></p:nvPr></p:nvSpPr>\
         <p:spPr><a:xfrm><a:off x=\"685800\" y=\"4400550\"/><a:ext cx=\"{}\" cy=\"{}\"/></a:xfrm><a:prstGeom prst=\"rect\"><a:avLst/></a:prstGeom></p:spPr>\
         <p:txBody><a:bodyPr/><a:lstStyle/><a:p><a:endParaRPr/></a:p></p:txBody></p:sp></p:spTree></p:cSld><p:clrMap {MAP}/>\
         <p:notesStyle><a:lvl1pPr><a:defRPr sz=\"1200\"/></a:lvl1pPr></p:notesStyle></p:notesMaster>",
        wide - 1_371_600,
        wide - 1_371_600,
        high - 5_200_000,
    )
}

/// The app's ink on white, its colours of data, and a font that every system has.
fn theme() -> String {
    let colour = |name: &str, value: &str| format!("<a:{name}><a:srgbClr val=\"{value}\"/></a:{name}>");
    let colours: String = [
        ("dk1", "1D1B19"),
        ("lt1", "FFFFFF"),
        ("dk2", "4A453F"),
        ("lt2", "FBFAF7"),
        ("accent1", "0072B2"),
        ("accent2", "009E73"),
        ("accent3", "E69F00"),
        ("accent4", "D55E00"),
        ("accent5", "8E5BA6"),
        ("accent6", "56B4E9"),
        ("hlink", "0072B2"),
        ("folHlink", "8E5BA6"),
    ]
    .iter()
    .map(|(name, value)| colour(name, value))
    .collect();
    let font = "<a:latin typeface=\"Arial\"/><a:ea typeface=\"\"/><a:cs typeface=\"\"/>";
    let fill = "<a:solidFill><a:schemeClr val=\"phClr\"/></a:solidFill>";
    let line = "<a:ln w=\"9525\"><a:solidFill><a:schemeClr val=\"phClr\"/></a:solidFill></a:ln>";
    let effect = "<a:effectStyle><a:effectLst/></a:effectStyle>";
    format!(
        "<a:theme xmlns:a=\"http://schemas.openxmlformats.org/drawingml/2006/main\" name=\"Paper\"><a:themeElements>\
         <a:clrScheme name=\"Paper\">{colours}</a:clrScheme><a:fontScheme name=\"Paper\"><a:majorFont>{font}</a:majorFont>\
         <a:minorFont>{font}</a:minorFont></a:fontScheme><a:fmtScheme name=\"Paper\"><a:fillStyleLst>{fill}{fill}{fill}</a:fillStyleLst>\
         <a:lnStyleLst>{line}{line}{line}</a:lnStyleLst><a:effectStyleLst>{effect}{effect}{effect}</a:effectStyleLst>\
         <a:bgFillStyleLst>{fill}{fill}{fill}</a:bgFillStyleLst></a:fmtScheme></a:themeElements></a:theme>"
    )
}
