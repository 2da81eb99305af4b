//! Which words the catalogue's page and its dialogs have.

/// Words of the catalogue's page.
pub struct CataloguePage {
    /// The page's name.
    pub title: &'static str,
    /// What the page is for.
    pub why: &'static str,
    /// What the tabs are.
    pub views: &'static str,
    /// Tab.
    pub forms: &'static str,
    /// Tab.
    pub indicators: &'static str,
    /// Tab.
    pub rules: &'static str,
    /// Tab.
    pub sets: &'static str,
    /// Tab.
    pub sectors: &'static str,
    /// Button.
    pub add_form: &'static str,
    /// Button.
    pub add_indicator: &'static str,
    /// Button.
    pub add_rule: &'static str,
    /// Button.
    pub add_set: &'static str,
    /// Button.
    pub add_section: &'static str,
    /// Button.
    pub edit: &'static str,
    /// Button.
    pub remove: &'static str,
    /// Button: nobody is asked for it any more.
    pub stop: &'static str,
    /// Button.
    pub again: &'static str,
    /// Badge.
    pub own: &'static str,
    /// Badge.
    pub not_used: &'static str,
    /// Badge of a measure.
    pub retired: &'static str,
    /// Column.
    pub measure: &'static str,
    /// Column and field.
    pub unit: &'static str,
    /// Column and field.
    pub split: &'static str,
    /// Column and field.
    pub over_time: &'static str,
    /// Choice.
    pub summed: &'static str,
    /// Choice.
    pub last: &'static str,
    /// Choice.
    pub no_split: &'static str,
    /// Dialog.
    pub new_form: &'static str,
    /// Dialog.
    pub edit_form: &'static str,
    /// Dialog.
    pub new_section: &'static str,
    /// Dialog.
    pub edit_section: &'static str,
    /// Field.
    pub form_name: &'static str,
    /// Field.
    pub section_name: &'static str,
    /// Help.
    pub section_help: &'static str,
    /// Field.
    pub english: &'static str,
    /// Field.
    pub period: &'static str,
    /// Field.
    pub kinds: &'static str,
    /// Field.
    pub due: &'static str,
    /// Unit.
    pub days: &'static str,
    /// Field.
    pub area: &'static str,
    /// Choice.
    pub no_area: &'static str,
    /// Choice.
    pub new_area: &'static str,
    /// Field.
    pub area_name: &'static str,
    /// Group.
    pub lines: &'static str,
    /// Field.
    pub line: &'static str,
    /// Field.
    pub holds: &'static str,
    /// Choice.
    pub a_count: &'static str,
    /// Choice.
    pub done: &'static str,
    /// Choice.
    pub level: &'static str,
    /// Field.
    pub scale: &'static str,
    /// Choice.
    pub no_scale: &'static str,
    /// Choice.
    pub other_unit: &'static str,
    /// Field.
    pub unit_name: &'static str,
    /// Field.
    pub help: &'static str,
    /// Disclosure.
    pub more: &'static str,
    /// Field.
    pub asked_until: &'static str,
    /// Choice.
    pub still_asked: &'static str,
    /// A line with figures.
    pub locked: &'static str,
    /// A form with figures.
    pub period_locked: &'static str,
    /// Button.
    pub add_line: &'static str,
    /// Button.
    pub remove_line: &'static str,
    /// Disclosure.
    pub paste: &'static str,
    /// Field.
    pub paste_label: &'static str,
    /// Help.
    pub paste_help: &'static str,
    /// Button.
    pub paste_button: &'static str,
    /// Heading.
    pub preview: &'static str,
    /// Head of the preview.
    pub unit_column: &'static str,
    /// Button.
    pub save: &'static str,
    /// Field.
    pub set_name: &'static str,
    /// Checkbox.
    pub ordered: &'static str,
    /// Help.
    pub ordered_help: &'static str,
    /// Group.
    pub options: &'static str,
    /// Field.
    pub option: &'static str,
    /// Button.
    pub add_option: &'static str,
    /// Button.
    pub up: &'static str,
    /// Button.
    pub down: &'static str,
    /// Dialog.
    pub new_set: &'static str,
    /// Dialog.
    pub edit_set: &'static str,
    /// Dialog.
    pub new_indicator: &'static str,
    /// Dialog.
    pub edit_indicator: &'static str,
    /// Field.
    pub indicator_name: &'static str,
    /// Field.
    pub figure: &'static str,
    /// Choice.
    pub percentage: &'static str,
    /// Choice.
    pub ratio: &'static str,
    /// Choice.
    pub total: &'static str,
    /// Picker.
    pub numerator: &'static str,
    /// Picker.
    pub denominator: &'static str,
    /// Picker of a total.
    pub counted: &'static str,
    /// Field.
    pub direction: &'static str,
    /// Choice.
    pub higher: &'static str,
    /// Choice.
    pub lower: &'static str,
    /// Choice.
    pub neutral: &'static str,
    /// Field of the picker.
    pub search: &'static str,
    /// Picker.
    pub nothing_picked: &'static str,
    /// Picker.
    pub no_match: &'static str,
    /// Button.
    pub take_out: &'static str,
    /// Heading of the preview.
    pub now: &'static str,
    /// Preview.
    pub no_figure: &'static str,
    /// Dialog.
    pub new_rule: &'static str,
    /// Dialog.
    pub edit_rule: &'static str,
    /// Picker.
    pub left: &'static str,
    /// Picker.
    pub right: &'static str,
    /// Field.
    pub comparison: &'static str,
    /// Choice.
    pub at_most: &'static str,
    /// Choice.
    pub equal: &'static str,
    /// Choice.
    pub at_least: &'static str,
    /// Field.
    pub share: &'static str,
    /// Field.
    pub severity: &'static str,
    /// Choice.
    pub error: &'static str,
    /// Choice.
    pub warning: &'static str,
    /// Choice.
    pub notice: &'static str,
    /// Field.
    pub sentence: &'static str,
    /// Help.
    pub sentence_help: &'static str,
    /// Between numerator and denominator.
    pub sums_to: &'static str,
    /// What a rule asks for.
    pub remedy: &'static str,
    /// Fault.
    pub missing: &'static str,
    /// Fault.
    pub taken: &'static str,
    /// Fault.
    pub not_days: &'static str,
    /// Fault.
    pub needs_scale: &'static str,
    /// Fault.
    pub too_few: &'static str,
    /// Fault.
    pub mixed: &'static str,
    /// Fault.
    pub itself: &'static str,
    /// Fault.
    pub only_units: &'static str,
    /// Fault.
    pub not_share: &'static str,
    /// What sectors are for.
    pub sectors_why: &'static str,
    /// Button.
    pub edit_sectors: &'static str,
    /// Preview without lines.
    pub empty_line: &'static str,
    /// Empty.
    pub no_sectors: &'static str,
    /// Number of units.
    pub grassroots: &'static str,
    /// Number of units.
    pub mass: &'static str,
    /// Link from the settings and from entry.
    pub link: &'static str,
    /// Part of a button's name: a line of a form.
    pub moved_line: &'static str,
    /// Part of a button's name: a level of a scale.
    pub moved_level: &'static str,
    /// Field: a further list that a measure is split by.
    pub and_by: &'static str,
    /// Choice.
    pub no_further: &'static str,
    /// Disclosure: of whom a section is asked.
    pub only_lines: &'static str,
    /// Disclosure: of whom a rule holds.
    pub only_rule: &'static str,
    /// Help.
    pub only_help: &'static str,
    /// Group.
    pub only_kinds: &'static str,
    /// Group.
    pub only_sectors: &'static str,
    /// Checkbox: the right side is of the period before.
    pub before: &'static str,
    /// Help.
    pub before_help: &'static str,
    /// Field.
    pub least: &'static str,
    /// Fault.
    pub not_share_before: &'static str,
    /// Fault.
    pub not_count: &'static str,
    /// Disclosure of a rule's further conditions.
    pub further: &'static str,
}
