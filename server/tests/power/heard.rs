//! What strace says, as events of a disk.

use std::collections::HashMap;

use super::disk::{Disk, Event};

/// Reads a log: each line is a process and a call, which other lines may have broken in two.
pub fn hear(log: &str, disk: &mut Disk) {
    let mut unfinished: HashMap<&str, (String, usize)> = HashMap::new();
    for line in log.lines() {
        let Some((process, said)) = line.split_once(' ') else {
            continue;
        };
        let said = said.trim_start();
        if let Some(first) = said.strip_suffix("<unfinished ...>") {
            unfinished.insert(process, (first.trim_end().to_owned(), disk.events.len()));
            // Whoever reads may have what is being said to it before the call is over.
            note_said(first, disk);
            continue;
        }
        let resumed = said.strip_prefix("<... ").and_then(|rest| rest.split_once(" resumed>"));
        match resumed {
            Some((_, rest)) => {
                if let Some((first, before)) = unfinished.remove(process) {
                    note(&(first + rest), before, disk);
                }
            }
            None => {
                note_said(said, disk);
                note(said, disk.events.len(), disk);
            }
        }
    }
}

/// A call that is over. `before`: how many events there had been when it began.
fn note(call: &str, before: usize, disk: &mut Disk) {
    let Some((name, rest)) = call.split_once('(') else {
        return;
    };
    let Some((arguments, result)) = rest.rsplit_once(" = ") else {
        return;
    };
    if result.starts_with('-') || result.starts_with('?') {
        return;
    }
    match name {
        "openat" => {
            let Some(made) = quoted(arguments).first().and_then(|path| name_in(path, disk)) else {
                return;
            };
            if !disk.names.contains_key(&made) {
                assert!(arguments.contains("O_CREAT"), "{made} was opened and is not known");
                let file = disk.files.len();
                disk.files.push(Vec::new());
                disk.names.insert(made.clone(), file);
                disk.events.push(Event::Made { name: made, file });
            } else {
                assert!(!arguments.contains("O_TRUNC"), "{made}");
            }
        }
        "unlink" | "unlinkat" => {
            let Some(name) = quoted(arguments).first().and_then(|path| name_in(path, disk)) else {
                return;
            };
            if disk.names.remove(&name).is_some() {
                disk.events.push(Event::Removed { name });
            }
        }
        "pwrite64" => {
            let Some(file) = file_of(arguments, disk) else { return };
            let mut bytes = quoted(arguments).swap_remove(0);
            let at = arguments.rsplit(", ").next().and_then(number).expect("a place");
            bytes.truncate(number(result).expect("a length"));
            disk.events.push(Event::Written { file, at, bytes });
        }
        "ftruncate" => {
            let Some(file) = file_of(arguments, disk) else { return };
            let to = arguments
                .trim_end_matches(')')
                .rsplit(", ")
                .next()
                .and_then(number)
                .expect("a length");
            disk.events.push(Event::Resized { file, to });
        }
        "fsync" | "fdatasync" => {
            let path = path_of(arguments);
            if path == disk.folder.as_os_str().as_encoded_bytes() {
                disk.events.push(Event::FolderSynced { before });
            } else if let Some(file) = file_of(arguments, disk) {
                disk.events.push(Event::Synced { file, before });
            }
        }
        // Nothing else changes a database; what does would have to be understood here.
        "write" | "writev" | "fallocate" | "rename" | "renameat" => {
            assert!(file_of(arguments, disk).is_none(), "{name} of a file of the database");
        }
        _ => {}
    }
}

/// What is said to somebody, over a socket or on the standard output.
fn note_said(call: &str, disk: &mut Disk) {
    let is_out = ["write(", "writev(", "sendto("]
        .iter()
        .any(|name| call.starts_with(name));
    let whom = call.split_once('<').map_or("", |(_, rest)| rest);
    let is_socket = whom.starts_with("TCP");
    if !is_out || !(is_socket || call.starts_with("write(1<")) {
        return;
    }
    let text = String::from_utf8_lossy(&quoted(call).concat()).into_owned();
    if is_socket {
        for answer in text.split("{\"op_id\":\"").skip(1) {
            let (op, rest) = answer.split_once('"').expect("an op");
            let rev = rest.split_once("\"rev\":").expect("a revision").1;
            let digits: String = rev.chars().take_while(char::is_ascii_digit).collect();
            disk.events.push(Event::Answered {
                op: op.to_owned(),
                rev: digits.parse().unwrap(),
            });
        }
    } else if let Some((_, code)) = text.split_once("/join/") {
        let code = code.split_whitespace().next().unwrap().to_owned();
        disk.events.push(Event::Invited { code });
    }
}

/// The file of the database that a call's first argument is.
fn file_of(arguments: &str, disk: &Disk) -> Option<usize> {
    disk.names.get(&name_in(&path_of(arguments), disk)?).copied()
}

/// The path behind a file's number: `7<\x2f…>`.
fn path_of(arguments: &str) -> Vec<u8> {
    let path = arguments.split_once('<').and_then(|(_, rest)| rest.split_once('>'));
    path.map(|(path, _)| bytes_of(path)).unwrap_or_default()
}

/// The name of a path in the folder of the database.
fn name_in(path: &[u8], disk: &Disk) -> Option<String> {
    let name = path
        .strip_prefix(disk.folder.as_os_str().as_encoded_bytes())?
        .strip_prefix(b"/")?;
    String::from_utf8(name.to_vec()).ok()
}

/// All texts between quotation marks.
fn quoted(text: &str) -> Vec<Vec<u8>> {
    text.split('"').skip(1).step_by(2).map(bytes_of).collect()
}

/// Bytes that are written as `\x2f\x74`.
fn bytes_of(text: &str) -> Vec<u8> {
    let digit = |byte: u8| char::from(byte).to_digit(16).unwrap_or_default();
    let pair = |four: &[u8]| u8::try_from(digit(four[2]) * 16 + digit(four[3])).unwrap_or_default();
    text.as_bytes().chunks_exact(4).map(pair).collect()
}

fn number(text: &str) -> Option<usize> {
    let digits: String = text.chars().take_while(char::is_ascii_digit).collect();
    digits.parse().ok()
}
