//! One made-up return: figures that hang together as a form's rules want them, and, where gaps are wanted, a few that
//! do not, come late or cannot be read.

use super::organisations::Organisation;
use super::{Sheet, Size, root_id, seeded};
use crate::demo::random::Random;
use crate::demo::split;
use crate::model::id::CellKey;
use crate::model::measure::{Column, Form, ValueType};
use crate::model::number::Count;
use crate::model::returns::{Cell, CellValue, Return, ReturnStatus};
use std::collections::BTreeMap;

/// What people type where a number belongs.
const UNREADABLE: [&str; 4] = ["chưa chốt", "1.5", "12/?", "khoảng chục"];

/// One return in so many has a cell that cannot be read.
const ONE_UNREADABLE_IN: u64 = 250;

/// One return in so many breaks a rule.
const ONE_WRONG_IN: u64 = 300;

/// The return of an organisation; `None` where it has not come.
pub fn of(size: Size, form: &Form, sheet: &Sheet, of: &Organisation, columns: &[Column]) -> Option<Return> {
    let period = sheet.period.to_string();
    let mut random = seeded(&[form.id.as_str(), &period, of.unit.id.as_str()], 0);
    if random.below(100) < of.missing {
        return None;
    }
    let mut made = Return::new(form.id.clone(), of.unit.id.clone(), sheet.period.clone());
    made.as_of = form.as_of.then_some(sheet.end);
    made.cells = figures(size, form, sheet, of, columns, &mut random);
    hand_in(size, form, sheet, &mut made, &mut random);
    if size.with_gaps {
        spoil(&mut made, &mut random);
    }
    Some(made)
}

/// The return of the bloc committee.
pub fn of_root(form: &Form, sheet: &Sheet, columns: &[Column]) -> Return {
    let period = sheet.period.to_string();
    let mut random = seeded(&[form.id.as_str(), &period], 0);
    let mut made = Return::new(form.id.clone(), root_id(), sheet.period.clone());
    let mut cells = Cells::default();
    if form.id.as_str() == "key_tasks" {
        let (tasks, objectives) = (random.between(5, 7), random.between(18, 21));
        cells.set("key_tasks", tasks);
        cells.set("objectives", objectives);
        cells.set("objectives_done", objectives - random.below(6));
        let excellent = random.below(tasks);
        cells.shares("task_quality", columns, &[excellent, tasks - excellent]);
    }
    cells.rest(columns, &mut random);
    made.cells = cells.0;
    made.status = ReturnStatus::Accepted;
    made.submitted_on = Some(sheet.end);
    made
}

/// Most are handed in in time and accepted; those of the last weeks are handed in; a few are late, sent back or drafts.
fn hand_in(size: Size, form: &Form, sheet: &Sheet, made: &mut Return, random: &mut Random) {
    let due = form.due_days.max(1);
    let in_time = random.between(0, u64::try_from(due).unwrap_or(1));
    let late = u64::try_from(due).unwrap_or(1) + random.between(1, 20);
    let (kind, is_late) = (random.below(100), random.below(25) == 0);
    let days = if size.with_gaps && is_late { late } else { in_time };
    made.submitted_on = Some(sheet.end.plus_days(i64::try_from(days).unwrap_or(0)));
    made.status = match (size.with_gaps, kind) {
        (true, 0) => ReturnStatus::SentBack("Đề nghị rà soát lại số liệu so với kỳ trước (minh họa)".to_owned()),
        (true, 1) => ReturnStatus::Draft,
        (true, 2..=9) => ReturnStatus::Submitted,
        _ if is_late && size.with_gaps => ReturnStatus::Submitted,
        _ => ReturnStatus::Accepted,
    };
    if made.status == ReturnStatus::Draft {
        made.submitted_on = None;
    }
}

/// Makes one of many returns unreadable in a cell, or breaks a rule of it.
fn spoil(made: &mut Return, random: &mut Random) {
    let cells = u64::try_from(made.cells.len()).unwrap_or(0);
    let at = usize::try_from(random.below(cells)).unwrap_or(0);
    if random.below(ONE_UNREADABLE_IN) == 0
        && let Some(cell) = made.cells.values_mut().nth(at)
    {
        let typed = UNREADABLE[usize::try_from(random.below(4)).unwrap_or(0)];
        *cell = Cell::from(CellValue::Invalid(typed.to_owned()));
    }
    if random.below(ONE_WRONG_IN) == 0 {
        for key in [
            "attended.members",
            "cells_regular",
            "culture_reached",
            "sectional_cells",
        ] {
            if let Some(CellValue::Count(count)) = made.cells.get_mut(key).map(|cell| &mut cell.value) {
                *count += 700;
            }
        }
    }
}

#[derive(Default)]
struct Cells(BTreeMap<CellKey, Cell>);

impl Cells {
    fn set(&mut self, key: &str, count: Count) {
        self.0.insert(CellKey::new(key), Cell::count(count));
    }

    /// Fills the columns of a measure, in their order, with as many shares as are given; the rest get none.
    fn shares(&mut self, measure: &str, columns: &[Column], shares: &[Count]) {
        let of_measure = columns.iter().filter(|column| column.measure.as_str() == measure);
        for (column, &share) in of_measure.zip(shares) {
            self.0.insert(column.key.clone(), Cell::count(share));
        }
    }

    /// Something plausible for every column that is still empty.
    fn rest(&mut self, columns: &[Column], random: &mut Random) {
        for column in columns {
            if self.0.contains_key(&column.key) || is_doubled(column) {
                continue;
            }
            let value = match column.value {
                ValueType::Done => CellValue::Count(u64::from(random.below(20) > 0)),
                ValueType::Level => match column.options.get(usize::from(random.below(4) > 0)) {
                    Some(level) => CellValue::Level(level.clone()),
                    None => continue,
                },
                ValueType::Count => CellValue::Count(match column.counting_unit.as_str() {
                    "dong" => 1_000_000 * random.between(20, 900),
                    "entries" | "copies" | "mixed_audience" | "articles" => random.between(120, 4_000),
                    _ => random.below(9),
                }),
                ValueType::Date | ValueType::Text => continue,
            };
            self.0.insert(column.key.clone(), Cell::from(value));
        }
    }
}

/// Whether a column is for those who do not tell the others apart.
fn is_doubled(column: &Column) -> bool {
    let doubled = ["all_committees", "no_class"];
    column.options.iter().any(|option| doubled.contains(&option.as_str()))
}

fn figures(
    size: Size,
    form: &Form,
    sheet: &Sheet,
    of: &Organisation,
    columns: &[Column],
    random: &mut Random,
) -> BTreeMap<CellKey, Cell> {
    let year = sheet.start.year();
    let (members, staff) = (of.members_in(size, year), of.staff_in(size, year));
    let others = staff - members;
    let mut cells = Cells::default();
    match form.id.as_str() {
        "headcount" => {
            cells.set("head_count.members", members);
            cells.set("head_count.non_members", others);
            cells.set("head_count.staff", staff);
        }
        "admission" => {
            let admitted = u64::from(random.below(480) < members);
            cells.set("admitted", admitted);
            cells.set("transferred", u64::from(random.below(500) < members));
        }
        "study" => {
            let attended = members - random.below(members / 12 + 1);
            for (audience, invited) in [("members", members), ("non_members", others), ("staff", staff)] {
                cells.set(&format!("invited.{audience}"), invited);
                let came = match audience {
                    "members" => attended,
                    _ => invited - random.below(invited / 8 + 1),
                };
                cells.set(&format!("attended.{audience}"), came);
            }
            let weights = [38, 44, 14, random.below(5), 0];
            cells.shares("write_ups", columns, &split::freely(attended, &weights));
            cells.set("commitments", attended);
            cells.set("copies", members.div_ceil(2));
            cells.set("sessions", random.between(1, 3));
            cells.set("connection_points", random.between(0, 2));
        }
        "meetings" => {
            let due = of.cells.max(1);
            let held = due - u64::from(random.below(6) == 0);
            cells.set("cells_due", due);
            cells.set("cells_regular", held);
            cells.set("cells_thematic", held - u64::from(held > 0 && random.below(3) == 0));
            cells.shares("cell_meetings", columns, &[held * 3, held]);
            cells.set("meeting_due", members * 3);
            cells.set("meeting_attended", members * 3 - random.below(members / 3 + 1));
        }
        "classification" => {
            let agencies = random.between(1, 2);
            cells.shares("quality_agencies", columns, &split::freely(agencies, &[20, 70, 9, 1]));
            cells.set("culture_agencies", agencies);
            cells.set("culture_reached", agencies - u64::from(random.below(8) == 0));
            cells.shares(
                "quality_members",
                columns,
                &split::freely(members, &[19, 73, 7, random.below(2)]),
            );
            cells.shares("quality_staff", columns, &split::freely(staff, &[19, 75, 5, 1]));
        }
        "subordinate" => {
            cells.set("sectional_committees", of.sectional);
            cells.set("subordinate_cells", of.cells);
            cells.set("sectional_cells", of.sectional_cells());
            let all = of.cells + of.sectional;
            cells.shares("quality_subordinate", columns, &split::freely(all, &[18, 70, 11, 1]));
        }
        _ => {}
    }
    cells.rest(columns, random);
    cells.0
}
