//! An old Office file around a stream; the fuzz targets put theirs into it too.

/// An old workbook with this stream: its head, a sector with the table of sectors, one with the directory, those of the stream.
pub fn old(stream: &[u8]) -> Vec<u8> {
    const SECTOR: usize = 512;
    const END: u32 = 0xffff_fffe;
    const FREE: u32 = 0xffff_ffff;
    // Shorter ones lie elsewhere; longer ones need more than one sector for the table.
    let length = stream.len().clamp(4096, 120 * SECTOR);
    let sectors = length.div_ceil(SECTOR) as u32;
    let mut file = vec![0_u8; SECTOR];
    file[..8].copy_from_slice(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1");
    let mut put = |at: usize, number: u32| file[at..at + 4].copy_from_slice(&number.to_le_bytes());
    put(24, 3 << 16 | 0x3e);
    put(28, 9 << 16 | 0xfffe);
    put(32, 6);
    put(44, 1);
    put(48, 1);
    put(56, 4096);
    put(60, END);
    put(68, END);
    (80..SECTOR).step_by(4).for_each(|at| put(at, FREE));
    let mut table: Vec<u32> = vec![0xffff_fffd, END];
    table.extend((0..sectors).map(|at| if at + 1 == sectors { END } else { at + 3 }));
    table.resize(SECTOR / 4, FREE);
    file.extend(table.iter().flat_map(|number| number.to_le_bytes()));
    let mut directory = vec![0_u8; SECTOR];
    for (entry, (name, kind, first, size)) in [("Root Entry", 5, END, 0), ("Workbook", 2, 2, length as u32)]
        .into_iter()
        .enumerate()
    {
        let entry = &mut directory[128 * entry..128 * (entry + 1)];
        let letters: Vec<u8> = name.encode_utf16().flat_map(u16::to_le_bytes).collect();
        entry[..letters.len()].copy_from_slice(&letters);
        entry[64] = letters.len() as u8 + 2;
        entry[66] = kind;
        entry[116..120].copy_from_slice(&u32::to_le_bytes(first));
        entry[120..124].copy_from_slice(&u32::to_le_bytes(size));
    }
    file.extend(directory);
    file.extend(&stream[..stream.len().min(length)]);
    file.resize(SECTOR * (3 + sectors as usize), 0);
    file
}
