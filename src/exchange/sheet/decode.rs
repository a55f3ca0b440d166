//! Bytes to text: byte-order mark, strict UTF-8, else GB18030. No statistical guessing: a detector
//! takes a lone 男 for a Greek letter.

use crate::domain::failure::Failure;
use encoding_rs::{GB18030, UTF_8, UTF_16BE, UTF_16LE};

/// The encoding of a text file.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Encoding {
    /// Find out: byte-order mark, then valid UTF-8, then GB18030.
    #[default]
    Auto,
    /// UTF-8, with or without byte-order mark.
    Utf8,
    /// GB18030, which holds GBK and GB 2312 and every character of Unicode.
    Gb18030,
    /// UTF-16, little end first.
    Utf16Le,
    /// UTF-16, big end first.
    Utf16Be,
}

impl Encoding {
    /// The usual name.
    pub fn name(self) -> &'static str {
        match self {
            Self::Auto => "auto",
            Self::Utf8 => "UTF-8",
            Self::Gb18030 => "GB18030",
            Self::Utf16Le => "UTF-16LE",
            Self::Utf16Be => "UTF-16BE",
        }
    }

    /// Reads a name as given on the command line.
    pub fn parse(text: &str) -> Option<Self> {
        Some(match text.trim().to_ascii_lowercase().as_str() {
            "auto" => Self::Auto,
            "utf-8" | "utf8" | "utf-8-sig" => Self::Utf8,
            "gb18030" | "gbk" | "gb2312" => Self::Gb18030,
            "utf-16" | "utf-16le" | "utf16" => Self::Utf16Le,
            "utf-16be" => Self::Utf16Be,
            _ => return None,
        })
    }
}

/// The name of a file type that is surely no sheet, told by its first bytes.
pub(super) fn foreign_kind(bytes: &[u8]) -> Option<&'static str> {
    const KINDS: [(&[u8], &str); 9] = [
        (b"%PDF-", "PDF"),
        (b"\x89PNG", "PNG"),
        (b"\xff\xd8\xff", "JPEG"),
        (b"GIF8", "GIF"),
        (b"SQLite format 3\0", "SQLite"),
        (b"Rar!", "RAR"),
        (b"7z\xbc\xaf", "7z"),
        (b"{\\rtf", "RTF"),
        (b"\x1f\x8b", "gzip"),
    ];
    KINDS
        .iter()
        .find(|(magic, _)| bytes.starts_with(magic))
        .map(|(_, kind)| *kind)
}

/// The text, without byte-order mark, and the encoding it turned out to have.
pub(super) fn decode(
    bytes: &[u8],
    asked: Encoding,
    file: &str,
) -> Result<(String, Encoding), Failure> {
    let bad = |encoding: &str| Failure::BadEncoding {
        path: file.to_owned(),
        encoding: encoding.to_owned(),
    };
    let marked = match bytes {
        [0xef, 0xbb, 0xbf, ..] => Some(Encoding::Utf8),
        [0xff, 0xfe, ..] => Some(Encoding::Utf16Le),
        [0xfe, 0xff, ..] => Some(Encoding::Utf16Be),
        _ => None,
    };
    let order: &[Encoding] = match (marked, asked) {
        (Some(marked), _) => &[marked],
        (None, Encoding::Auto) => &[Encoding::Utf8, Encoding::Gb18030],
        (None, asked) => &[asked],
    };
    for encoding in order {
        let codec = match encoding {
            Encoding::Auto | Encoding::Utf8 => UTF_8,
            Encoding::Gb18030 => GB18030,
            Encoding::Utf16Le => UTF_16LE,
            Encoding::Utf16Be => UTF_16BE,
        };
        let body = bytes.strip_prefix(mark(*encoding)).unwrap_or(bytes);
        let Some(text) = codec.decode_without_bom_handling_and_without_replacement(body) else {
            continue;
        };
        if text.contains('\0') {
            return Err(Failure::FileUnreadable {
                path: file.to_owned(),
                detail: "NUL".to_owned(),
            });
        }
        return Ok((text.into_owned(), *encoding));
    }
    Err(bad(match order {
        [one] => one.name(),
        _ => "UTF-8 / GB18030",
    }))
}

/// The byte-order mark that may stand first.
fn mark(encoding: Encoding) -> &'static [u8] {
    match encoding {
        Encoding::Auto | Encoding::Utf8 => b"\xef\xbb\xbf",
        Encoding::Gb18030 => b"\x84\x31\x95\x33",
        Encoding::Utf16Le => b"\xff\xfe",
        Encoding::Utf16Be => b"\xfe\xff",
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(bytes: &[u8]) -> (String, Encoding) {
        decode(bytes, Encoding::Auto, "f").unwrap()
    }

    #[test]
    fn the_encoding_is_told_by_rule() {
        let words = "姓名,䶮𠮷·阿依古丽";
        assert_eq!(read(words.as_bytes()), (words.to_owned(), Encoding::Utf8));
        let marked = format!("\u{feff}{words}");
        assert_eq!(read(marked.as_bytes()), (words.to_owned(), Encoding::Utf8));
        let (gb, _, lost) = GB18030.encode(words);
        assert!(!lost);
        assert_eq!(read(&gb), (words.to_owned(), Encoding::Gb18030));
        let le: Vec<u8> = marked.encode_utf16().flat_map(u16::to_le_bytes).collect();
        assert_eq!(read(&le), (words.to_owned(), Encoding::Utf16Le));
        let be: Vec<u8> = marked.encode_utf16().flat_map(u16::to_be_bytes).collect();
        assert_eq!(read(&be), (words.to_owned(), Encoding::Utf16Be));
        // One character alone: a detector would guess wrong.
        assert_eq!(read(&GB18030.encode("男").0).0, "男");
    }

    #[test]
    fn bytes_that_are_no_text_are_refused_by_name() {
        let err = |bytes: &[u8], asked| decode(bytes, asked, "f").unwrap_err();
        assert!(matches!(
            err(b"\xff\xff\xff", Encoding::Auto),
            Failure::BadEncoding { .. }
        ));
        assert!(matches!(
            err(&GB18030.encode("男").0, Encoding::Utf8),
            Failure::BadEncoding { encoding, .. } if encoding == "UTF-8"
        ));
        assert!(matches!(
            err(b"a\0b", Encoding::Auto),
            Failure::FileUnreadable { .. }
        ));
        assert_eq!(foreign_kind(b"%PDF-1.7"), Some("PDF"));
    }
}
