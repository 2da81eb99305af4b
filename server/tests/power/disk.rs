//! A disk that has lost its power: what was made last is there, and of what was only written any part may be.

use std::{
    collections::BTreeMap,
    fs,
    path::{Path, PathBuf},
};

/// What a disk writes whole.
const SECTOR: usize = 512;

/// What happened to the files of a folder, and what was said to people.
#[derive(Debug)]
pub enum Event {
    /// A name was given to a new file.
    Made { name: String, file: usize },
    /// A name was taken away.
    Removed { name: String },
    /// Bytes were written.
    Written { file: usize, at: usize, bytes: Vec<u8> },
    /// A file was made shorter or longer.
    Resized { file: usize, to: usize },
    /// All of a file that had happened before an event lasts.
    Synced { file: usize, before: usize },
    /// All names that had been given or taken before an event last.
    FolderSynced { before: usize },
    /// A device was told that its op stands.
    Answered { op: String, rev: u64 },
    /// A link for the first administrator was printed.
    Invited { code: String },
}

impl Event {
    /// Whether somebody was told something that has to be true from then on.
    pub fn is_said(&self) -> bool {
        matches!(self, Self::Answered { .. } | Self::Invited { .. })
    }
}

/// The folder of a database, and all that happened to it.
pub struct Disk {
    pub folder: PathBuf,
    /// The files: what each had in it when it was first heard of.
    pub files: Vec<Vec<u8>>,
    /// The names at the beginning.
    begun: BTreeMap<String, usize>,
    /// The names now.
    pub names: BTreeMap<String, usize>,
    pub events: Vec<Event>,
}

/// Chance that can be had again (xorshift64*).
struct Chance(u64);

impl Chance {
    fn next(&mut self) -> u64 {
        self.0 ^= self.0 >> 12;
        self.0 ^= self.0 << 25;
        self.0 ^= self.0 >> 27;
        self.0.wrapping_mul(0x2545_f491_4f6c_dd1d) >> 16
    }

    fn one_in(&mut self, of: u64) -> bool {
        self.next().is_multiple_of(of)
    }
}

/// What a disk does with what was not made last.
#[derive(Clone, Copy, PartialEq)]
enum Habit {
    /// Nothing of it was written yet.
    Lazy,
    /// All of it was.
    Eager,
    /// Some writes were, in any order.
    Writes,
    /// Some sectors were, in any order; where the file was to grow there may be anything.
    Sectors,
    /// It writes in order, and was in the middle of one.
    Ordered,
}

impl Disk {
    /// The files as they are in a folder, all of which last.
    pub fn of(folder: &Path) -> Self {
        let mut disk = Self {
            folder: folder.to_owned(),
            files: Vec::new(),
            begun: BTreeMap::new(),
            names: BTreeMap::new(),
            events: Vec::new(),
        };
        for entry in fs::read_dir(folder).unwrap() {
            let entry = entry.unwrap();
            disk.begun
                .insert(entry.file_name().into_string().unwrap(), disk.files.len());
            disk.files.push(fs::read(entry.path()).unwrap());
        }
        disk.names.clone_from(&disk.begun);
        disk
    }

    /// How many ops were answered.
    pub fn answered(&self) -> usize {
        self.events
            .iter()
            .filter(|event| matches!(event, Event::Answered { .. }))
            .count()
    }

    /// How often a file was made to last.
    pub fn syncs_of(&self, name: &str) -> usize {
        let of = |file: usize| {
            self.begun.get(name) == Some(&file)
                || self
                    .events
                    .iter()
                    .any(|event| matches!(event, Event::Made { name: made, file: it } if made == name && *it == file))
        };
        self.events
            .iter()
            .filter(|event| matches!(event, Event::Synced { file, .. } if of(*file)))
            .count()
    }

    /// The files when the power goes after so many events. `syncs_lie`: nothing lasts because it was asked to.
    pub fn after_power_loss(&self, moment: usize, seed: u64, syncs_lie: bool) -> BTreeMap<String, Vec<u8>> {
        let mut chance = Chance(seed | 1);
        let habits = [Habit::Lazy, Habit::Eager, Habit::Writes, Habit::Sectors, Habit::Ordered];
        let habit = if syncs_lie {
            Habit::Lazy
        } else {
            habits[usize::try_from(chance.next() % 5).unwrap()]
        };
        let past = &self.events[..moment];
        let folder_lasts = past.iter().rev().find_map(|event| match event {
            Event::FolderSynced { before } if !syncs_lie => Some(*before),
            _ => None,
        });
        let mut names = self.begun.clone();
        for (at, event) in past.iter().enumerate() {
            let lasts = folder_lasts.is_some_and(|before| at < before);
            let is_there = lasts || habit != Habit::Lazy && (habit == Habit::Eager || chance.one_in(2));
            match event {
                Event::Made { name, file } if is_there => drop(names.insert(name.clone(), *file)),
                Event::Removed { name } if is_there => drop(names.remove(name)),
                _ => {}
            }
        }
        // The log's index is in memory that is shared: nobody relies on what the disk has of it.
        names.retain(|name, _| !name.ends_with("-shm"));
        names
            .into_iter()
            .map(|(name, file)| (name, self.content(file, past, habit, syncs_lie, &mut chance)))
            .collect()
    }

    fn content(&self, file: usize, past: &[Event], habit: Habit, syncs_lie: bool, chance: &mut Chance) -> Vec<u8> {
        let lasts = past
            .iter()
            .rev()
            .find_map(|event| match event {
                Event::Synced { file: it, before } if *it == file && !syncs_lie => Some(*before),
                _ => None,
            })
            .unwrap_or(0);
        let mut bytes = self.files[file].clone();
        let of_it = |event: &Event| matches!(event, Event::Written { file: it, .. } | Event::Resized { file: it, .. } if *it == file);
        let waiting = past
            .iter()
            .enumerate()
            .filter(|(at, event)| *at >= lasts && of_it(event))
            .count() as u64;
        let in_the_middle = chance.next() % (waiting + 1);
        let mut nth = 0;
        for (at, event) in past.iter().enumerate().filter(|(_, event)| of_it(event)) {
            let is_waiting = at >= lasts;
            nth += u64::from(is_waiting);
            let whole = !is_waiting
                || match habit {
                    Habit::Lazy | Habit::Sectors => false,
                    Habit::Eager => true,
                    Habit::Writes => chance.one_in(2),
                    Habit::Ordered => nth <= in_the_middle,
                };
            let torn = is_waiting && (habit == Habit::Sectors || habit == Habit::Ordered && nth == in_the_middle + 1);
            match event {
                Event::Written { at, bytes: new, .. } if whole => write(&mut bytes, *at, new),
                Event::Written { at, bytes: new, .. } if torn => write_some(&mut bytes, *at, new, habit, chance),
                Event::Resized { to, .. } if whole || torn && chance.one_in(2) => bytes.resize(*to, 0),
                _ => {}
            }
        }
        bytes
    }
}

fn write(bytes: &mut Vec<u8>, at: usize, new: &[u8]) {
    let end = at + new.len();
    if bytes.len() < end {
        bytes.resize(end, 0);
    }
    bytes[at..end].copy_from_slice(new);
}

/// Writes some sectors of what was to be written: those before a torn end, or any.
fn write_some(bytes: &mut Vec<u8>, at: usize, new: &[u8], habit: Habit, chance: &mut Chance) {
    let (mut from, end) = (at, at + new.len());
    let torn_at = at + usize::try_from(chance.next()).unwrap() % (new.len() + 1);
    while from < end {
        let to = end.min((from / SECTOR + 1) * SECTOR);
        let is_there = match habit {
            Habit::Ordered => to <= torn_at,
            _ => chance.one_in(2),
        };
        if is_there {
            write(bytes, from, &new[from - at..to - at]);
        } else if bytes.len() < to && habit == Habit::Sectors && chance.one_in(2) {
            // The file has grown, and what is there is what the disk had there before.
            let rest: Vec<u8> = (bytes.len().max(from)..to)
                .map(|_| chance.next().to_le_bytes()[0])
                .collect();
            let begin = to - rest.len();
            write(bytes, begin, &rest);
        }
        from = to;
    }
}
