//! The icons: line drawings on a 24 grid, 1.75 wide, in the colour of the text beside them.

use crate::catalogue::topic::TopicIcon;
use leptos::prelude::*;

/// The icons there are, named by what they mean, not by what they show.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum IconName {
    /// The product's mark: a ledger.
    Ledger,
    /// Opens by a PIN only.
    Lock,
    /// Tổng quan.
    Overview,
    /// Nhập liệu.
    Entry,
    /// Học tập.
    Study,
    /// Kết nạp.
    Admission,
    /// Đơn vị.
    Units,
    /// Cài đặt.
    Settings,
    /// Chỉ tiêu.
    Target,
    /// Báo cáo.
    Report,
    /// Trình chiếu.
    Present,
    /// What does not fit.
    More,
    /// Finds things.
    Search,
    /// Opens a list below.
    Down,
    /// Closes a list; sorts upward.
    Up,
    /// Goes on; opens what is folded.
    Forward,
    /// Goes back.
    Back,
    /// Takes away, closes.
    Close,
    /// Makes a new one.
    Add,
    /// Changes it.
    Edit,
    /// Deletes it.
    Delete,
    /// Takes back.
    Undo,
    /// Does again.
    Redo,
    /// Done, met.
    Check,
    /// More than the target.
    Exceeded,
    /// On track.
    OnTrack,
    /// Behind, or otherwise to be looked at.
    Warning,
    /// Not met, failed.
    Failed,
    /// Nothing there.
    None,
    /// Explains.
    Info,
    /// Saves a file.
    Download,
    /// Takes a file in.
    Upload,
    /// Shows the table of the same figures.
    Table,
    /// Shows the chart again.
    Chart,
    /// A picture of dots.
    Picture,
    /// A drawing of lines.
    Drawing,
    /// Narrows down.
    Filter,
    /// Sorts.
    Sort,
    /// A period, a date.
    Calendar,
    /// No network.
    Offline,
    /// Stored on this device.
    Stored,
    /// Waits to be sent.
    Waiting,
    /// Light theme.
    Light,
    /// Dark theme.
    Dark,
    /// As the system.
    System,
    /// Language.
    Language,
    /// A keyboard and its keys.
    Keys,
    /// Copies.
    Copy,
    /// Grip to move a row.
    Move,
    /// Installs the app.
    Install,
    /// Kiểm tra, giám sát.
    Inspection,
    /// Nhiệm vụ trọng tâm.
    Tasks,
    /// Mô hình, khen thưởng.
    Award,
    /// Tuyên truyền, cuộc thi.
    Propaganda,
    /// Sinh hoạt chi bộ.
    Meeting,
    /// Đồng bộ: there and back.
    Sync,
    /// Not taken.
    Refused,
}

impl IconName {
    /// The icon of a topic of the catalogue.
    pub const fn of_topic(icon: TopicIcon) -> Self {
        match icon {
            TopicIcon::Levels => Self::Chart,
            TopicIcon::Inspection => Self::Inspection,
            TopicIcon::Tasks => Self::Tasks,
            TopicIcon::Models => Self::Award,
            TopicIcon::Propaganda => Self::Propaganda,
            TopicIcon::Meetings => Self::Meeting,
        }
    }

    /// All of them, for the kit.
    pub const ALL: &[Self] = &[
        Self::Ledger,
        Self::Overview,
        Self::Entry,
        Self::Study,
        Self::Admission,
        Self::Units,
        Self::Settings,
        Self::Target,
        Self::Report,
        Self::Present,
        Self::More,
        Self::Search,
        Self::Down,
        Self::Up,
        Self::Forward,
        Self::Back,
        Self::Close,
        Self::Add,
        Self::Edit,
        Self::Delete,
        Self::Undo,
        Self::Check,
        Self::Exceeded,
        Self::OnTrack,
        Self::Warning,
        Self::Failed,
        Self::None,
        Self::Info,
        Self::Download,
        Self::Upload,
        Self::Table,
        Self::Chart,
        Self::Picture,
        Self::Drawing,
        Self::Filter,
        Self::Sort,
        Self::Calendar,
        Self::Offline,
        Self::Stored,
        Self::Waiting,
        Self::Light,
        Self::Dark,
        Self::System,
        Self::Language,
        Self::Keys,
        Self::Copy,
        Self::Move,
        Self::Install,
        Self::Inspection,
        Self::Tasks,
        Self::Award,
        Self::Propaganda,
        Self::Meeting,
        Self::Sync,
        Self::Refused,
        Self::Lock,
    ];

    /// The strokes of the icon, as one path.
    const fn strokes(self) -> &'static str {
        match self {
            Self::Ledger => {
                "M6 3.5h11a1.5 1.5 0 0 1 1.5 1.5v14a1.5 1.5 0 0 1-1.5 1.5H6A1.5 1.5 0 0 1 4.5 19V5A1.5 1.5 0 0 1 6 3.5ZM8.5 3.5v17M11.5 8.5h4M11.5 12h4M11.5 15.5h4"
            }
            Self::Lock => "M6 10.5h12v9.5H6ZM8.5 10.5V7.5a3.5 3.5 0 0 1 7 0v3M12 14v2.5",
            Self::Overview => "M4 11.5 12 4.5l8 7M6 10v9.5h12V10M10 19.5v-5.5h4v5.5",
            Self::Entry => "M4 5.5h16v13H4ZM4 10h16M9.5 5.5v13M12.5 14.3h4.5",
            Self::Study => {
                "M12 6.5C10 5 7 4.7 3.5 5v13c3.5-.3 6.5 0 8.5 1.5 2-1.5 5-1.8 8.5-1.5V5C17 4.7 14 5 12 6.5ZM12 6.5v13"
            }
            Self::Admission => {
                "M10 11.5a3.75 3.75 0 1 0 0-7.5 3.75 3.75 0 0 0 0 7.5ZM3.5 20c.3-3.3 2.9-5.5 6.5-5.5 1.6 0 3 .4 4.1 1.2M18 14.5v6M15 17.5h6"
            }
            Self::Units => "M9 3.5h6v5H9ZM3.5 15.5h6v5h-6ZM14.5 15.5h6v5h-6ZM12 8.5V12M6.5 15.5V12h11v3.5",
            Self::Settings => {
                "M4 7h9M17 7h3M4 12h3M11 12h9M4 17h11M19 17h1M15 9a2 2 0 1 0 0-4 2 2 0 0 0 0 4ZM9 14a2 2 0 1 0 0-4 2 2 0 0 0 0 4ZM17 19a2 2 0 1 0 0-4 2 2 0 0 0 0 4Z"
            }
            Self::Target => "M5.5 21V3.5M5.5 4.5h12l-2.5 4 2.5 4h-12",
            Self::Report => "M6 3.5h8l4.5 4.5v12.5H6ZM14 3.5V8h4.5M9 12.5h6.5M9 16h6.5",
            Self::Present => "M3.5 4.5h17M5 4.5v10.5h14V4.5M12 15v3M8.5 20.5 12 18l3.5 2.5",
            Self::More => "M5.5 12h.01M12 12h.01M18.5 12h.01",
            Self::Search => "M10.5 17a6.5 6.5 0 1 0 0-13 6.5 6.5 0 0 0 0 13ZM15.3 15.3 20.5 20.5",
            Self::Down => "m6.5 9.5 5.5 5.5 5.5-5.5",
            Self::Up => "m6.5 14.5 5.5-5.5 5.5 5.5",
            Self::Forward => "m9.5 6.5 5.5 5.5-5.5 5.5",
            Self::Back => "m14.5 6.5-5.5 5.5 5.5 5.5",
            Self::Close => "m6 6 12 12M18 6 6 18",
            Self::Add => "M12 5v14M5 12h14",
            Self::Edit => "M4.5 19.5l.8-4L16 4.8a1.7 1.7 0 0 1 2.4 0l.8.8a1.7 1.7 0 0 1 0 2.4L8.5 18.7ZM14 6.8l3.2 3.2",
            Self::Delete => "M4.5 7h15M9.5 7V4.5h5V7M6.5 7l.8 12.5h9.4L17.5 7M10.3 10.5v5.5M13.7 10.5v5.5",
            Self::Redo => "M15.5 4.5 19.5 8.5l-4 4M19.5 8.5H10a5.25 5.25 0 0 0 0 10.5H15",
            Self::Undo => "M8.5 4.5 4.5 8.5l4 4M4.5 8.5h9.5a5.25 5.25 0 0 1 0 10.5H9",
            Self::Check => "m5 12.5 4.7 4.7L19 7.5",
            Self::Exceeded => "M12 5 20 18.5H4Z",
            Self::OnTrack => "M4.5 12h14M13 6.5l5.5 5.5-5.5 5.5",
            Self::Warning => "M12 4.5v9M12 18.5v.2",
            Self::Failed => "m6.5 6.5 11 11M17.5 6.5l-11 11",
            Self::None => "M7 12h10",
            Self::Info => "M12 20.5a8.5 8.5 0 1 0 0-17 8.5 8.5 0 0 0 0 17ZM12 11v5.5M12 7.7v.1",
            Self::Download => "M12 4v11M7.5 10.5 12 15l4.5-4.5M5 19.5h14",
            Self::Upload => "M12 15V4M7.5 8.5 12 4l4.5 4.5M5 19.5h14",
            Self::Table => "M4 5h16v14H4ZM4 9.7h16M4 14.3h16M10 9.7V19",
            Self::Chart => "M4.5 4.5v15h15M8.5 16v-4M12.5 16V8M16.5 16v-6",
            Self::Picture => "M4 5h16v14H4ZM4 16l4.5-4.5 4 4 3-3 4.5 4.5M15.5 9.5h.01",
            Self::Drawing => "M5.5 18.5C6 9 10 5.5 18.5 5.5M3.5 16.5h4v4h-4ZM16.5 3.5h4v4h-4Z",
            Self::Filter => "M4 6.5h16M7 12h10M10 17.5h4",
            Self::Sort => "M8 5v14M4.5 15.5 8 19l3.5-3.5M16 19V5M12.5 8.5 16 5l3.5 3.5",
            Self::Calendar => "M4.5 6h15v13.5h-15ZM4.5 10.5h15M8.5 3.5V7M15.5 3.5V7",
            Self::Offline => {
                "M4 4l16 16M8.5 8.8A5.8 5.8 0 0 0 6.3 12 3.8 3.8 0 0 0 7 19.5h11M10.7 6.6a6 6 0 0 1 7 5.1 4 4 0 0 1 2.6 5.7"
            }
            Self::Stored => "M5 4.5h10.5L19.5 8.5v11H5ZM8.5 4.5V9h6V4.5M8.5 19.5V14h7.5v5.5",
            Self::Waiting => "M12 20.5a8.5 8.5 0 1 0 0-17 8.5 8.5 0 0 0 0 17ZM12 7.5V12l3 2.5",
            Self::Light => {
                "M12 16.2a4.2 4.2 0 1 0 0-8.4 4.2 4.2 0 0 0 0 8.4ZM12 2.8v1.7M12 19.5v1.7M2.8 12h1.7M19.5 12h1.7M5.5 5.5l1.2 1.2M17.3 17.3l1.2 1.2M5.5 18.5l1.2-1.2M17.3 6.7l1.2-1.2"
            }
            Self::Dark => "M19.8 14.3A8.3 8.3 0 0 1 9.7 4.2a8.3 8.3 0 1 0 10.1 10.1Z",
            Self::System => "M4 5h16v11H4ZM9 20h6M12 16v4",
            Self::Language => {
                "M12 20.5a8.5 8.5 0 1 0 0-17 8.5 8.5 0 0 0 0 17ZM3.8 12h16.4M12 3.5c2.3 2.3 3.5 5.2 3.5 8.5s-1.2 6.2-3.5 8.5c-2.3-2.3-3.5-5.2-3.5-8.5s1.2-6.2 3.5-8.5Z"
            }
            Self::Keys => "M3.5 6.5h17v11h-17ZM7 10h.01M10.3 10h.01M13.7 10h.01M17 10h.01M8 14h8",
            Self::Copy => "M9 8.5h10.5v12H9ZM5.5 15.5h-1v-12H15v2",
            Self::Move => "M9 6h.01M15 6h.01M9 12h.01M15 12h.01M9 18h.01M15 18h.01",
            Self::Inspection => {
                "M10.5 17a6.5 6.5 0 1 0 0-13 6.5 6.5 0 0 0 0 13ZM15.3 15.3 20.5 20.5M7.7 10.7l2 2 3.5-4"
            }
            Self::Tasks => {
                "M4 6.3l1.4 1.4L8 4.9M4 12.3l1.4 1.4L8 10.9M4 18.3l1.4 1.4L8 16.9M11.5 6.5h8.5M11.5 12.5h8.5M11.5 18.5h8.5"
            }
            Self::Award => {
                "M12 14a5.25 5.25 0 1 0 0-10.5A5.25 5.25 0 0 0 12 14ZM8.9 13.2 7.5 20.5l4.5-2.4 4.5 2.4-1.4-7.3"
            }
            Self::Propaganda => "M4 10v4h3.5l8.5 4.5v-13L7.5 10ZM19 9.3a4 4 0 0 1 0 5.4M7.5 14.2l1.3 5h2.4l-1.1-3.7",
            Self::Meeting => {
                "M8.3 10a2.9 2.9 0 1 0 0-5.8 2.9 2.9 0 0 0 0 5.8ZM15.7 10a2.9 2.9 0 1 0 0-5.8M3.5 19.5c0-3.6 1.9-5.8 4.8-5.8s4.8 2.2 4.8 5.8M16 13.7c2.8.1 4.5 2.3 4.5 5.8"
            }
            Self::Sync => "M4 8.5h14M14.5 5 18 8.5 14.5 12M20 15.5H6M9.5 12 6 15.5 9.5 19",
            Self::Refused => "M12 20.5a8.5 8.5 0 1 0 0-17 8.5 8.5 0 0 0 0 17ZM6 6l12 12",
            Self::Install => "M7 3.5h10v17H7ZM12 7.5v6M9.5 11.5l2.5 2.5 2.5-2.5M10.5 17.5h3",
        }
    }

    /// Dots and marks that read better as thick strokes.
    const fn bold(self) -> bool {
        matches!(
            self,
            Self::More | Self::Move | Self::Check | Self::Failed | Self::Warning | Self::None | Self::OnTrack
        )
    }
}

/// An icon. It says nothing to a screen reader: the word beside it, or its button's label, does.
#[component]
pub fn Icon(
    /// Which one.
    name: IconName,
    /// 16 pixels instead of 20, beside small text.
    #[prop(optional)]
    small: bool,
) -> impl IntoView {
    view! {
        <svg
            class="icon"
            class:icon--small=small
            class:icon--bold=name.bold()
            class:icon--filled=name == IconName::Exceeded
            viewBox="0 0 24 24"
            aria-hidden="true"
        >
            <path d=name.strokes()></path>
        </svg>
    }
}
