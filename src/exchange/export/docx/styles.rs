//! The looks of a Party document as styles: who opens the file changes a style, not each paragraph.

use super::tag;
use crate::model::text::Lang;

pub(super) const W: &str = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";

/// The fonts that the document names.
pub(super) const FONTS: &str = "<w:fonts xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\">\
    <w:font w:name=\"Times New Roman\"><w:panose1 w:val=\"02020603050405020304\"/><w:charset w:val=\"00\"/>\
    <w:family w:val=\"roman\"/><w:pitch w:val=\"variable\"/></w:font></w:fonts>";

/// Items of a list begin with a dash.
pub(super) const NUMBERING: &str = "<w:numbering xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\">\
    <w:abstractNum w:abstractNumId=\"0\"><w:multiLevelType w:val=\"singleLevel\"/><w:lvl w:ilvl=\"0\"><w:start w:val=\"1\"/>\
    <w:numFmt w:val=\"bullet\"/><w:pStyle w:val=\"ListBullet\"/><w:suff w:val=\"space\"/><w:lvlText w:val=\"-\"/>\
    <w:lvlJc w:val=\"left\"/><w:pPr><w:ind w:left=\"0\" w:firstLine=\"567\"/></w:pPr></w:lvl></w:abstractNum>\
    <w:num w:numId=\"1\"><w:abstractNumId w:val=\"0\"/></w:num></w:numbering>";

/// A style of paragraphs: identifier, name, what its paragraphs are like, what its letters are like.
type Style = (&'static str, &'static str, &'static str, &'static str);

const CENTRED: &str = "<w:spacing w:before=\"0\" w:after=\"0\"/><w:ind w:firstLine=\"0\"/><w:jc w:val=\"center\"/>";

const PARAGRAPHS: &[Style] = &[
    (
        "BodyText",
        "Body Text",
        "<w:spacing w:before=\"60\" w:after=\"60\" w:line=\"276\" w:lineRule=\"auto\"/><w:ind w:firstLine=\"567\"/><w:jc w:val=\"both\"/>",
        "",
    ),
    (
        "Heading1",
        "heading 1",
        "<w:keepNext/><w:keepLines/><w:spacing w:before=\"180\" w:after=\"60\"/><w:ind w:firstLine=\"567\"/><w:jc w:val=\"both\"/><w:outlineLvl w:val=\"0\"/>",
        "<w:b/><w:bCs/>",
    ),
    (
        "Heading2",
        "heading 2",
        "<w:keepNext/><w:keepLines/><w:spacing w:before=\"120\" w:after=\"60\"/><w:ind w:firstLine=\"567\"/><w:jc w:val=\"both\"/><w:outlineLvl w:val=\"1\"/>",
        "<w:b/><w:bCs/>",
    ),
    (
        "Heading3",
        "heading 3",
        "<w:keepNext/><w:keepLines/><w:spacing w:before=\"120\" w:after=\"60\"/><w:ind w:firstLine=\"567\"/><w:jc w:val=\"both\"/><w:outlineLvl w:val=\"2\"/>",
        "<w:b/><w:bCs/><w:i/><w:iCs/>",
    ),
    (
        "Title",
        "Title",
        "<w:keepNext/><w:spacing w:before=\"240\" w:after=\"0\"/><w:ind w:firstLine=\"0\"/><w:jc w:val=\"center\"/>",
        "<w:b/><w:bCs/><w:sz w:val=\"32\"/><w:szCs w:val=\"32\"/>",
    ),
    ("Subtitle", "Subtitle", CENTRED, "<w:b/><w:bCs/>"),
    (
        "Rule",
        "Rule",
        "<w:pBdr><w:top w:val=\"single\" w:sz=\"6\" w:space=\"1\" w:color=\"000000\"/></w:pBdr><w:spacing w:before=\"60\" w:after=\"120\" w:line=\"120\" w:lineRule=\"exact\"/><w:ind w:left=\"3800\" w:right=\"3800\" w:firstLine=\"0\"/>",
        "<w:sz w:val=\"8\"/><w:szCs w:val=\"8\"/>",
    ),
    (
        "ListBullet",
        "List Bullet",
        "<w:numPr><w:numId w:val=\"1\"/></w:numPr><w:spacing w:before=\"60\" w:after=\"60\" w:line=\"276\" w:lineRule=\"auto\"/><w:jc w:val=\"both\"/>",
        "",
    ),
    (
        "Caption",
        "caption",
        "<w:keepNext/><w:keepLines/><w:spacing w:before=\"180\" w:after=\"80\"/><w:ind w:firstLine=\"0\"/><w:jc w:val=\"center\"/>",
        "<w:b/><w:bCs/><w:sz w:val=\"26\"/><w:szCs w:val=\"26\"/>",
    ),
    (
        "Picture",
        "Picture",
        "<w:keepLines/><w:spacing w:before=\"60\" w:after=\"120\"/><w:ind w:firstLine=\"0\"/><w:jc w:val=\"center\"/>",
        "",
    ),
    ("HeadLine", "Head Line", CENTRED, ""),
    ("HeadIssuer", "Head Issuer", CENTRED, "<w:b/><w:bCs/>"),
    (
        "HeadParty",
        "Head Party",
        CENTRED,
        "<w:b/><w:bCs/><w:sz w:val=\"30\"/><w:szCs w:val=\"30\"/><w:u w:val=\"single\"/>",
    ),
    (
        "HeadDate",
        "Head Date",
        "<w:spacing w:before=\"120\" w:after=\"0\"/><w:ind w:firstLine=\"0\"/><w:jc w:val=\"center\"/>",
        "<w:i/><w:iCs/>",
    ),
    (
        "HeadNumber",
        "Head Number",
        "<w:spacing w:before=\"120\" w:after=\"0\"/><w:ind w:firstLine=\"0\"/><w:jc w:val=\"center\"/>",
        "",
    ),
    (
        "RecipientsHead",
        "Recipients Head",
        "<w:keepNext/><w:spacing w:before=\"0\" w:after=\"0\"/><w:ind w:firstLine=\"0\"/>",
        "<w:u w:val=\"single\"/>",
    ),
    (
        "Recipients",
        "Recipients",
        "<w:spacing w:before=\"0\" w:after=\"0\"/><w:ind w:firstLine=\"0\"/>",
        "<w:sz w:val=\"24\"/><w:szCs w:val=\"24\"/>",
    ),
    ("Signature", "Signature", CENTRED, "<w:b/><w:bCs/>"),
    (
        "AnnexNumber",
        "Annex Number",
        "<w:keepNext/><w:spacing w:before=\"0\" w:after=\"0\"/><w:ind w:firstLine=\"0\"/><w:jc w:val=\"center\"/><w:outlineLvl w:val=\"0\"/>",
        "<w:b/><w:bCs/>",
    ),
    (
        "AnnexFacts",
        "Annex Facts",
        "<w:keepNext/><w:spacing w:before=\"0\" w:after=\"120\"/><w:ind w:firstLine=\"0\"/><w:jc w:val=\"center\"/>",
        "<w:i/><w:iCs/><w:sz w:val=\"24\"/><w:szCs w:val=\"24\"/>",
    ),
    (
        "TableText",
        "Table Text",
        "<w:spacing w:before=\"20\" w:after=\"20\"/><w:ind w:firstLine=\"0\"/>",
        "<w:sz w:val=\"24\"/><w:szCs w:val=\"24\"/>",
    ),
    (
        "AfterTable",
        "After Table",
        "<w:spacing w:before=\"0\" w:after=\"0\" w:line=\"120\" w:lineRule=\"exact\"/><w:ind w:firstLine=\"0\"/>",
        "<w:sz w:val=\"8\"/><w:szCs w:val=\"8\"/>",
    ),
    (
        "Header",
        "header",
        "<w:spacing w:before=\"0\" w:after=\"0\"/><w:ind w:firstLine=\"0\"/><w:jc w:val=\"center\"/>",
        "",
    ),
    (
        "Footer",
        "footer",
        "<w:spacing w:before=\"0\" w:after=\"0\"/><w:ind w:firstLine=\"0\"/><w:jc w:val=\"left\"/>",
        "<w:sz w:val=\"18\"/><w:szCs w:val=\"18\"/>",
    ),
];

/// Lines around every cell, and a bold head.
const TABLE: &str = "<w:style w:type=\"table\" w:customStyle=\"1\" w:styleId=\"Figures\"><w:name w:val=\"Figures\"/>\
    <w:basedOn w:val=\"TableNormal\"/><w:qFormat/><w:tblPr><w:tblBorders>\
    <w:top w:val=\"single\" w:sz=\"4\" w:space=\"0\" w:color=\"000000\"/><w:left w:val=\"single\" w:sz=\"4\" w:space=\"0\" w:color=\"000000\"/>\
    <w:bottom w:val=\"single\" w:sz=\"4\" w:space=\"0\" w:color=\"000000\"/><w:right w:val=\"single\" w:sz=\"4\" w:space=\"0\" w:color=\"000000\"/>\
    <w:insideH w:val=\"single\" w:sz=\"4\" w:space=\"0\" w:color=\"000000\"/><w:insideV w:val=\"single\" w:sz=\"4\" w:space=\"0\" w:color=\"000000\"/>\
    </w:tblBorders><w:tblCellMar><w:left w:w=\"70\" w:type=\"dxa\"/><w:right w:w=\"70\" w:type=\"dxa\"/></w:tblCellMar></w:tblPr>\
    <w:tblStylePr w:type=\"firstRow\"><w:rPr><w:b/><w:bCs/></w:rPr></w:tblStylePr></w:style>";

const TABLE_NORMAL: &str = "<w:style w:type=\"table\" w:default=\"1\" w:styleId=\"TableNormal\"><w:name w:val=\"Normal Table\"/>\
    <w:uiPriority w:val=\"99\"/><w:semiHidden/><w:unhideWhenUsed/><w:tblPr><w:tblInd w:w=\"0\" w:type=\"dxa\"/><w:tblCellMar>\
    <w:top w:w=\"0\" w:type=\"dxa\"/><w:left w:w=\"108\" w:type=\"dxa\"/><w:bottom w:w=\"0\" w:type=\"dxa\"/>\
    <w:right w:w=\"108\" w:type=\"dxa\"/></w:tblCellMar></w:tblPr></w:style>";

/// All styles.
pub(super) fn styles(lang: Lang) -> String {
    let tag = tag(lang);
    let mut xml = format!(
        "<w:styles xmlns:w=\"{W}\"><w:docDefaults><w:rPrDefault><w:rPr>\
         <w:rFonts w:ascii=\"Times New Roman\" w:hAnsi=\"Times New Roman\" w:eastAsia=\"Times New Roman\" w:cs=\"Times New Roman\"/>\
         <w:sz w:val=\"28\"/><w:szCs w:val=\"28\"/><w:lang w:val=\"{tag}\" w:eastAsia=\"{tag}\" w:bidi=\"ar-SA\"/></w:rPr></w:rPrDefault>\
         <w:pPrDefault><w:pPr><w:spacing w:after=\"0\" w:line=\"240\" w:lineRule=\"auto\"/></w:pPr></w:pPrDefault></w:docDefaults>\
         <w:style w:type=\"paragraph\" w:default=\"1\" w:styleId=\"Normal\"><w:name w:val=\"Normal\"/><w:qFormat/></w:style>\
         <w:style w:type=\"character\" w:default=\"1\" w:styleId=\"DefaultParagraphFont\"><w:name w:val=\"Default Paragraph Font\"/>\
         <w:uiPriority w:val=\"1\"/><w:semiHidden/><w:unhideWhenUsed/></w:style>{TABLE_NORMAL}"
    );
    for (id, name, paragraph, letters) in PARAGRAPHS {
        let custom = if is_words_own(name) { "" } else { " w:customStyle=\"1\"" };
        xml.push_str(&format!(
            "<w:style w:type=\"paragraph\"{custom} w:styleId=\"{id}\"><w:name w:val=\"{name}\"/><w:basedOn w:val=\"Normal\"/>\
             <w:qFormat/><w:pPr>{paragraph}</w:pPr><w:rPr>{letters}</w:rPr></w:style>"
        ));
    }
    xml.push_str(TABLE);
    xml.push_str("</w:styles>");
    xml
}

/// Names that Word has itself.
fn is_words_own(name: &str) -> bool {
    matches!(
        name,
        "Body Text"
            | "heading 1"
            | "heading 2"
            | "heading 3"
            | "Title"
            | "Subtitle"
            | "List Bullet"
            | "caption"
            | "header"
            | "footer"
            | "Signature"
    )
}

/// What the whole document follows: the rules of today's Word, and the language's own separators.
pub(super) fn settings(lang: Lang) -> String {
    let (decimal, list) = match lang {
        Lang::Vi => (",", ";"),
        Lang::En => (".", ","),
    };
    format!(
        "<w:settings xmlns:w=\"{W}\"><w:zoom w:percent=\"100\"/><w:defaultTabStop w:val=\"567\"/>\
         <w:characterSpacingControl w:val=\"doNotCompress\"/><w:compat><w:compatSetting w:name=\"compatibilityMode\" \
         w:uri=\"http://schemas.microsoft.com/office/word\" w:val=\"15\"/></w:compat><w:themeFontLang w:val=\"{}\"/>\
         <w:decimalSymbol w:val=\"{decimal}\"/><w:listSeparator w:val=\"{list}\"/></w:settings>",
        tag(lang)
    )
}
