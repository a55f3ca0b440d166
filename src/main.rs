//! The binary: hands the process over to the command line, which opens the screen where none of its
//! commands is named.

fn main() -> std::process::ExitCode {
    zhipei::cli::main()
}
