//! Why the system or the file failed, where it can be said in the user's own words.
//!
//! A failure carries the code; [`said`] turns it into words when the language is known.

use super::labels::labels;
use crate::text::Lang;

labels! {
    /// A cause that has words in both languages.
    pub enum Cause {
        NotFound = "@not_found", ' ', "没有这个文件夹或文件", "no such folder or file";
        Denied = "@denied", ' ', "没有权限", "permission denied";
        Exists = "@exists", ' ', "已经存在", "it is there already";
        DiskFull = "@disk_full", ' ', "磁盘已满", "the disk is full";
        Folder = "@folder", ' ', "是一个文件夹", "it is a folder";
        NotFolder = "@not_folder", ' ', "路径中有一段不是文件夹", "a part of the path is no folder";
        ReadOnlyDisk = "@read_only_disk", ' ', "磁盘是只读的", "the disk can only be read";
        NotPlain = "@not_plain", ' ', "不是普通文件", "it is no plain file";
        InUse = "@in_use", ' ', "正被其他程序占用", "another program uses it";
        BadName = "@bad_name", ' ', "文件名不合规", "the name is not allowed here";
        Device = "@device", ' ', "读写出错", "reading or writing failed";
        Pages = "@pages", ' ', "有坏页", "broken pages";
        OtherPages = "@other_pages", ' ', "混有另一个数据库的页", "pages of another database";
        Content = "@content", ' ', "内容不合格式", "contents out of form";
        WrongKind = "@wrong_kind", ' ', "值的类型不对（文字加引号，数目不加）", "a value of the wrong kind (text in quotes, numbers without)";
        Unquoted = "@unquoted", ' ', "文字要加引号", "text must stand in quotes";
        Twice = "@twice", ' ', "同一项写了两次", "the same entry stands there twice";
        WrongWord = "@wrong_word", ' ', "没有这个选项", "no such choice";
        Form = "@form", ' ', "写法不对", "it can't be read";
        NotUtf8 = "@not_utf8", ' ', "不是 UTF-8 文字", "not UTF-8 text";
    }
}

impl Cause {
    /// The code of an error of the system; its own words, on one line, where there are none here.
    /// They name no path: the failure names the one that the user knows.
    pub fn of(error: &std::io::Error) -> String {
        use std::io::ErrorKind as E;
        let cause = match error.kind() {
            E::NotFound => Self::NotFound,
            E::PermissionDenied => Self::Denied,
            E::AlreadyExists => Self::Exists,
            E::StorageFull | E::QuotaExceeded => Self::DiskFull,
            E::IsADirectory => Self::Folder,
            E::NotADirectory => Self::NotFolder,
            E::ReadOnlyFilesystem => Self::ReadOnlyDisk,
            E::ResourceBusy | E::ExecutableFileBusy => Self::InUse,
            E::InvalidFilename => Self::BadName,
            _ => {
                let words = error.to_string();
                let own = words.split(" at path ").next().unwrap_or_default();
                return crate::text::fold::squeeze(own);
            }
        };
        cause.code().to_owned()
    }
}

impl Cause {
    /// Why a configuration file can't be read, from the words of its reader, which are in English.
    pub fn of_configuration(words: &str) -> Self {
        let says = |part: &str| words.contains(part);
        if says("invalid type") {
            Self::WrongKind
        } else if says("must be quoted") {
            Self::Unquoted
        } else if says("duplicate") {
            Self::Twice
        } else if says("unknown variant") || says("invalid value") {
            Self::WrongWord
        } else {
            Self::Form
        }
    }
}

/// A text that a failure quotes: a cause's code in words, anything else as it stands.
pub fn said(text: &str, lang: Lang) -> &str {
    if !text.starts_with('@') {
        return text;
    }
    Cause::ALL
        .iter()
        .find(|cause| cause.code() == text)
        .map_or(text, |cause| cause.label(lang))
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::io::{Error, ErrorKind};

    #[test]
    fn the_systems_errors_are_said_in_the_users_language_and_name_no_other_path() {
        let denied = Cause::of(&Error::from(ErrorKind::PermissionDenied));
        assert_eq!(said(&denied, Lang::Zh), "没有权限");
        assert_eq!(said(&denied, Lang::En), "permission denied");
        let strange = Error::other("odd\nthing at path \"/tmp/.zhipei-x\"");
        assert_eq!(said(&Cause::of(&strange), Lang::Zh), "odd thing");
        assert_eq!(said("@nobody", Lang::Zh), "@nobody");
    }

    #[test]
    fn what_is_wrong_with_a_configuration_is_said_without_the_readers_words() {
        for (words, zh) in [
            (
                "invalid type: integer `3`, expected a string",
                "值的类型不对（文字加引号，数目不加）",
            ),
            (
                "string values must be quoted, expected literal string",
                "文字要加引号",
            ),
            ("duplicate key", "同一项写了两次"),
            ("unknown variant `x`, expected `a`", "没有这个选项"),
            ("unclosed table, expected `]`", "写法不对"),
        ] {
            let code = Cause::of_configuration(words).code();
            assert_eq!(said(code, Lang::Zh), zh, "{words}");
        }
    }
}
