//! Words of the study pages.

use crate::i18n::Both;

/// Words of the study pages.
pub struct Study {
    /// The page's name.
    pub title: &'static str,
    /// Heading of the list.
    pub drives: &'static str,
    /// Makes a drive.
    pub add: &'static str,
    /// Edits a drive.
    pub edit: &'static str,
    /// Takes a drive away.
    pub remove: &'static str,
    /// What else can be done with a drive.
    pub more: &'static str,
    /// To the entry page of this drive.
    pub enter: &'static str,
    /// Shows the drives of the chosen period.
    pub in_period: &'static str,
    /// Shows all drives.
    pub all_periods: &'static str,
    /// Label of the two above.
    pub which: &'static str,
    /// Empty list: title.
    pub empty: &'static str,
    /// Empty list: why, and what will stand here.
    pub empty_why: &'static str,
    /// Empty list in a period while other periods have drives: title.
    pub none_in_period: &'static str,
    /// Why.
    pub none_in_period_why: &'static str,
    /// Title for an address that names no drive.
    pub unknown: &'static str,
    /// Why it may be missing.
    pub unknown_why: &'static str,
    /// Back to the list.
    pub to_list: &'static str,
    /// Heading of the heat map.
    pub heat: &'static str,
    /// What a cell of the heat map says.
    pub heat_help: &'static str,
    /// Label of a stated figure without counts.
    pub stated_only: &'static str,
    /// No figures yet, in a row of the list.
    pub no_figures: &'static str,
    /// Drive without counts: title.
    pub no_counts: &'static str,
    /// Drive without counts, nothing stated either: why.
    pub no_counts_why: &'static str,
    /// Drive without counts, but with published figures: why.
    pub stated_why: &'static str,
    /// Section: participation.
    pub participation: &'static str,
    /// Chart: units.
    pub by_unit: &'static str,
    /// Label of the audience choice.
    pub audience: &'static str,
    /// Chart: sectors.
    pub by_sector: &'static str,
    /// Section: grades.
    pub grades: &'static str,
    /// Chart: grades of all together.
    pub grades_whole: &'static str,
    /// The part without a grade.
    pub not_graded: &'static str,
    /// No grades: title.
    pub no_grades: &'static str,
    /// No grades: why.
    pub no_grades_why: &'static str,
    /// Column: grade.
    pub grade: &'static str,
    /// Section: plans, programmes, commitments.
    pub work: &'static str,
    /// Label: copies.
    pub copies: &'static str,
    /// Section: over the drive's days.
    pub progress: &'static str,
    /// The line's name.
    pub progress_line: &'static str,
    /// No days known: title.
    pub progress_empty: &'static str,
    /// No days known: why.
    pub progress_empty_why: &'static str,
    /// Section: what the published report states.
    pub statements: &'static str,
    /// What the section is for.
    pub statements_help: &'static str,
    /// Column: the source.
    pub source: &'static str,
    /// Section: the table of all units.
    pub table: &'static str,
    /// Column: the unit.
    pub unit: &'static str,
    /// Column: the sector.
    pub column_sector: &'static str,
    /// Column: write-ups.
    pub column_write_ups: &'static str,
    /// Column: of these, the best grade.
    pub column_excellent: &'static str,
    /// Column: copies.
    pub column_copies: &'static str,
    /// Column: plan.
    pub column_plan: &'static str,
    /// Column: studied.
    pub column_studied: &'static str,
    /// Column: action programme.
    pub column_programme: &'static str,
    /// Column: commitments.
    pub column_commitments: &'static str,
    /// Column: a grade's count.
    pub column_count: &'static str,
    /// Column: a day.
    pub column_day: &'static str,
    /// Column: units that reported by then.
    pub column_units: &'static str,
    /// A thing that is done.
    pub yes: &'static str,
    /// A thing that is not done.
    pub no: &'static str,
    /// Column: the drive.
    pub drive: &'static str,
    /// Column: invited.
    pub invited: &'static str,
    /// Column: attended.
    pub attended: &'static str,
    /// Column: rate.
    pub rate: &'static str,
    /// Column: the return's state.
    pub state: &'static str,
    /// The bloc's row.
    pub whole: &'static str,
    /// Units without a sector.
    pub no_sector: &'static str,
    /// Form: title of a new drive.
    pub form_new: &'static str,
    /// Form: title of an edited drive.
    pub form_edit: &'static str,
    /// Form: group of the document's fields.
    pub form_document: &'static str,
    /// Form: group of days and audiences.
    pub form_when: &'static str,
    /// Form: name.
    pub name: &'static str,
    /// Form: help of the name.
    pub name_help: &'static str,
    /// Form: the document's number.
    pub number: &'static str,
    /// Form: the document's symbol.
    pub symbol: &'static str,
    /// Form: the issuer.
    pub issuer: &'static str,
    /// Form: the document's date.
    pub document_date: &'static str,
    /// Form: the document's title.
    pub document_title: &'static str,
    /// Form: first day.
    pub start: &'static str,
    /// Form: last day.
    pub end: &'static str,
    /// Form: how a date is typed.
    pub date_help: &'static str,
    /// Form: audiences.
    pub audiences: &'static str,
    /// Form: saves.
    pub save: &'static str,
    /// Problem behind a field's name: empty.
    pub is_missing: &'static str,
    /// Problem: two drives of one name and first day.
    pub is_taken: &'static str,
    /// Problem: no date.
    pub is_no_date: &'static str,
    /// Problem: the last day before the first.
    pub ends_before_start: &'static str,
    /// Problem: longer than two years.
    pub is_too_long: &'static str,
    /// Problem: nobody studies.
    pub has_no_audience: &'static str,
}

/// Both languages.
pub static STUDY: Both<Study> = Both {
    vi: Study {
        title: "Học tập",
        drives: "Các đợt học tập",
        add: "Thêm đợt học tập",
        edit: "Sửa đợt",
        remove: "Xóa đợt",
        more: "Thao tác khác",
        enter: "Nhập số liệu",
        in_period: "Trong kỳ",
        all_periods: "Tất cả",
        which: "Đợt nào",
        empty: "Chưa có đợt học tập nào",
        empty_why: "Mỗi đợt học tập, quán triệt một nghị quyết, chỉ thị sẽ là một dòng ở đây, kèm tỷ lệ tham gia của từng đơn vị. Thêm đợt đầu tiên để các đơn vị có chỗ báo cáo.",
        none_in_period: "Không có đợt học tập nào trong kỳ này",
        none_in_period_why: "Các đợt của kỳ khác vẫn còn nguyên.",
        unknown: "Không có đợt học tập này",
        unknown_why: "Đợt có thể đã bị xóa, hoặc thuộc về một Khối khác. Số liệu của các đợt khác không bị ảnh hưởng.",
        to_list: "Về các đợt học tập",
        heat: "Tỷ lệ tham gia theo đơn vị và đợt",
        heat_help: "Số trong ô là phần trăm đảng viên dự học trên số được triệu tập; ô gạch chéo là chưa báo cáo.",
        stated_only: "theo báo cáo, không có số đếm",
        no_figures: "Chưa có số liệu",
        no_counts: "Đợt này chưa có số liệu của đơn vị nào",
        no_counts_why: "Biểu đồ tham gia, xếp loại bài thu hoạch và tiến độ sẽ hiện ở đây khi các đơn vị báo cáo.",
        stated_why: "Báo cáo đã công bố chỉ nêu tỷ lệ, không kèm số đếm. Con số được giữ đúng như đã nêu; biểu đồ sẽ có khi các đơn vị báo cáo số đếm.",
        participation: "Tham gia học tập",
        by_unit: "Theo đơn vị",
        audience: "Đối tượng",
        by_sector: "Theo loại hình",
        grades: "Kết quả bài thu hoạch, trắc nghiệm",
        grades_whole: "Toàn bộ",
        not_graded: "chưa xếp loại",
        no_grades: "Chưa có kết quả bài thu hoạch",
        no_grades_why: "Khi các đơn vị báo cáo số bài theo xếp loại, phần này cho thấy tỷ lệ xuất sắc, giỏi, khá, trung bình.",
        grade: "Xếp loại",
        work: "Kế hoạch, chương trình hành động, tài liệu",
        copies: "Tài liệu đã cấp",
        progress: "Tiến độ theo ngày",
        progress_line: "Số đảng viên đã học, lũy kế",
        progress_empty: "Chưa vẽ được tiến độ theo ngày",
        progress_empty_why: "Các báo cáo chưa ghi ngày nộp hoặc ngày chốt số. Khi đơn vị bấm nộp, ngày nộp sẽ được ghi và đường lũy kế hiện ở đây.",
        statements: "Đối chiếu với báo cáo đã công bố",
        statements_help: "Con số báo cáo nêu được giữ bên cạnh con số tính từ số liệu đơn vị. Lệch thì nêu rõ, không tự sửa.",
        source: "Nguồn",
        table: "Số liệu các đơn vị",
        unit: "Đơn vị",
        column_sector: "Loại hình",
        column_write_ups: "Bài thu hoạch",
        column_excellent: "Xuất sắc",
        column_copies: "Tài liệu",
        column_plan: "Kế hoạch",
        column_studied: "Đã học",
        column_programme: "Chương trình hành động",
        column_commitments: "Cam kết",
        column_count: "Số lượng",
        column_day: "Đến ngày",
        column_units: "Đơn vị đã báo cáo",
        yes: "có",
        no: "chưa",
        drive: "Đợt",
        invited: "Triệu tập",
        attended: "Dự học",
        rate: "Tỷ lệ",
        state: "Báo cáo",
        whole: "Toàn Khối",
        no_sector: "Chưa rõ loại hình",
        form_new: "Thêm đợt học tập",
        form_edit: "Sửa đợt học tập",
        form_document: "Văn bản được học tập",
        form_when: "Thời gian và đối tượng",
        name: "Tên đợt",
        name_help: "Ví dụ: Nghị quyết Đại hội XIII của Đảng",
        number: "Số",
        symbol: "Ký hiệu",
        issuer: "Cơ quan ban hành",
        document_date: "Ngày ban hành",
        document_title: "Trích yếu",
        start: "Từ ngày",
        end: "Đến ngày",
        date_help: "ngày/tháng/năm, ví dụ 18/05/2021",
        audiences: "Đối tượng học tập",
        save: "Lưu đợt",
        is_missing: "chưa có. Điền vào ô này.",
        is_taken: "đã có một đợt cùng tên, cùng ngày bắt đầu. Đổi tên, hoặc mở đợt đó ra sửa.",
        is_no_date: "không phải là ngày. Gõ ngày/tháng/năm, ví dụ 18/05/2021.",
        ends_before_start: "đứng trước ngày bắt đầu. Xem lại hai ngày.",
        is_too_long: "cách ngày bắt đầu hơn hai năm. Xem lại năm.",
        has_no_audience: "chưa chọn. Chọn ít nhất một đối tượng.",
    },
    en: Study {
        title: "Study drives",
        drives: "Study drives",
        add: "Add a study drive",
        edit: "Edit drive",
        remove: "Remove drive",
        more: "More actions",
        enter: "Enter figures",
        in_period: "In the period",
        all_periods: "All",
        which: "Which drives",
        empty: "No study drive yet",
        empty_why: "Each drive that studies a resolution or directive will be a line here, with the participation of every unit. Add the first one so that units have a place to report.",
        none_in_period: "No study drive in this period",
        none_in_period_why: "The drives of other periods are still there.",
        unknown: "There is no such study drive",
        unknown_why: "It may have been removed, or belong to another bloc. The figures of other drives are not affected.",
        to_list: "Back to the study drives",
        heat: "Participation by unit and drive",
        heat_help: "The number in a cell is the percentage of invited members who attended; a hatched cell has not reported.",
        stated_only: "as stated, without counts",
        no_figures: "No figures yet",
        no_counts: "No unit has figures for this drive yet",
        no_counts_why: "Charts of participation, grades and progress will appear here as units report.",
        stated_why: "The published report states a percentage without counts. It is kept exactly as stated; charts will appear when units report counts.",
        participation: "Participation",
        by_unit: "By unit",
        audience: "Audience",
        by_sector: "By sector",
        grades: "Results of write-ups and quizzes",
        grades_whole: "All together",
        not_graded: "not graded",
        no_grades: "No write-up results yet",
        no_grades_why: "When units report write-ups by grade, this part shows the shares of excellent, good, fair and average.",
        grade: "Grade",
        work: "Plans, action programmes, documents",
        copies: "Copies handed out",
        progress: "Progress by day",
        progress_line: "Members who have studied, cumulative",
        progress_empty: "Progress by day cannot be drawn yet",
        progress_empty_why: "The returns carry no date of submission and no as-of date. When a unit submits, the date is recorded and the cumulative line appears here.",
        statements: "Against the published report",
        statements_help: "What the report states is kept beside what the units' figures give. A difference is shown, never corrected silently.",
        source: "Source",
        table: "Figures of all units",
        unit: "Unit",
        column_sector: "Sector",
        column_write_ups: "Write-ups",
        column_excellent: "Excellent",
        column_copies: "Copies",
        column_plan: "Plan",
        column_studied: "Studied",
        column_programme: "Action programme",
        column_commitments: "Commitments",
        column_count: "Count",
        column_day: "By",
        column_units: "Units reported",
        yes: "yes",
        no: "not yet",
        drive: "Drive",
        invited: "Invited",
        attended: "Attended",
        rate: "Rate",
        state: "Return",
        whole: "Whole bloc",
        no_sector: "Sector not given",
        form_new: "Add a study drive",
        form_edit: "Edit the study drive",
        form_document: "The document studied",
        form_when: "Days and audiences",
        name: "Name of the drive",
        name_help: "For example: Resolution of the 13th Party Congress",
        number: "Number",
        symbol: "Symbol",
        issuer: "Issuer",
        document_date: "Date of issue",
        document_title: "Title",
        start: "From",
        end: "To",
        date_help: "day/month/year, for example 18/05/2021",
        audiences: "Audiences",
        save: "Save drive",
        is_missing: "is empty. Fill it in.",
        is_taken: "is that of another drive which begins on the same day. Change it, or edit that drive.",
        is_no_date: "is not a date. Type day/month/year, for example 18/05/2021.",
        ends_before_start: "lies before the first day. Check both days.",
        is_too_long: "is more than two years after the first day. Check the year.",
        has_no_audience: "are not chosen. Choose at least one.",
    },
};
