"""The errors a user can meet, each with a code, a sentence in both languages, and what to do next.

    BogoseoError
    ├── UsageError            exit 2    the command line asks for something that can't be
    ├── InputError            exit 4    one input can't be read (E1001 and on); the others go on
    ├── OutputError           exit 74   nothing could be written; what was there is left as it was
    │   ├── BusyError         exit 75   another run is writing there
    │   └── LoadError         exit 74   the database is as it was before
    └── FaultError            exit 1    a fault of ours that ended the command

To add one: a class below with its code and sentences, and a row in tests/extract/test_errors.py.
`bogoseo` lists them all in batch/statuses.md, and a code keeps its meaning for ever.
"""

from enum import IntEnum

__all__ = [
    "BogoseoError",
    "BusyError",
    "CrashedError",
    "DamagedError",
    "EmptyFileError",
    "EncryptedError",
    "ExitCode",
    "FaultError",
    "InputError",
    "LimitError",
    "LoadError",
    "MemoryLimitError",
    "NeedsOcrError",
    "NotAFileError",
    "NotFoundError",
    "OutputError",
    "TimeLimitError",
    "TooLargeError",
    "UnexpectedError",
    "UnknownFormatError",
    "UnreadableError",
    "UnsupportedError",
    "UsageError",
]


class ExitCode(IntEnum):
    """What the command returns. Scripts may rely on these numbers.

    `DIFFERENT`: `bogoseo test` or `bogoseo eval` worked, and what is read is not what was kept.
    """

    OK = 0
    FAULT = 1
    USAGE = 2
    SOME_FAILED = 4
    ALL_FAILED = 5
    AUDIT_ERRORS = 6
    DIFFERENT = 7
    OUTPUT = 74
    BUSY = 75
    INTERRUPTED = 130
    TERMINATED = 143


class BogoseoError(Exception):
    """Any error of ours.

    Args:
        subject: What it is about, usually a file name.
        detail: What exactly was found, in words of the format, or empty.
    """

    code = "E0000"
    exit_code = ExitCode.USAGE
    korean = ""
    english = ""
    hint_korean = ""
    hint_english = ""

    def __init__(self, subject: str, detail: str = "") -> None:
        super().__init__(subject, detail)
        self.subject = subject
        self.detail = detail

    def message(self, language: str = "ko") -> str:
        """The code, what happened to what, and what to do next, on one line."""
        what = self.korean if language == "ko" else self.english
        hint = self.hint_korean if language == "ko" else self.hint_english
        detail = f" ({self.detail})" if self.detail else ""
        return f"{self.code} {what}: {self.subject}{detail}" + (f" - {hint}" if hint else "")

    def __str__(self) -> str:
        return self.message("en")


class UsageError(BogoseoError):
    """The command line asks for something that can't be."""

    code = "E0002"
    korean = "명령을 이해할 수 없습니다"
    english = "The command can't be understood"
    hint_korean = "bogoseo --help 를 보세요"
    hint_english = "see bogoseo --help"


class InputError(BogoseoError):
    """One input can't be read; the others go on."""

    exit_code = ExitCode.SOME_FAILED


class NotFoundError(InputError):
    """No such file."""

    code = "E1001"
    korean = "파일이 없습니다"
    english = "There is no such file"
    hint_korean = "경로를 확인하세요"
    hint_english = "check the path"


class NotAFileError(InputError):
    """A folder, pipe or device where a file is needed."""

    code = "E1002"
    korean = "파일이 아닙니다"
    english = "This is not a file"
    hint_korean = "보고서 파일을 지정하세요"
    hint_english = "name a report file"


class UnreadableError(InputError):
    """The operating system refuses to read the file."""

    code = "E1003"
    korean = "파일을 읽을 수 없습니다"
    english = "The file can't be read"
    hint_korean = "읽기 권한을 확인하세요"
    hint_english = "check its permissions"


class EmptyFileError(InputError):
    """The file holds no bytes, or nothing but blanks."""

    code = "E1004"
    korean = "빈 파일입니다"
    english = "The file is empty"
    hint_korean = "원본을 다시 받으세요"
    hint_english = "get the original again"


class TooLargeError(InputError):
    """The file is larger than the limit."""

    code = "E1005"
    korean = "파일이 한도보다 큽니다"
    english = "The file is larger than the limit"
    hint_korean = "--max-size 로 한도를 올리세요"
    hint_english = "raise the limit with --max-size"


class UnknownFormatError(InputError):
    """Neither a document format that we read nor text."""

    code = "E1006"
    korean = "알 수 없는 형식입니다"
    english = "The format is not known"
    hint_korean = "HWP, HWPX, PDF, DOCX, TXT 파일을 지정하세요"
    hint_english = "name an HWP, HWPX, PDF, DOCX or text file"


class DamagedError(InputError):
    """The container is broken beyond reading."""

    code = "E1007"
    korean = "손상된 파일입니다"
    english = "The file is damaged"
    hint_korean = "원본을 다시 받거나 한글에서 열어 다시 저장하세요"
    hint_english = "get the original again, or open and save it anew"


class EncryptedError(InputError):
    """A password is needed."""

    code = "E1008"
    korean = "암호가 걸린 문서입니다"
    english = "The document is password-protected"
    hint_korean = "암호를 풀어 저장하거나 --password-file 을 쓰세요"
    hint_english = "save it without its password, or use --password-file"


class UnsupportedError(InputError):
    """A format that is known and not read."""

    code = "E1009"
    korean = "지원하지 않는 형식입니다"
    english = "The format is not supported"
    hint_korean = "한글에서 HWPX 또는 PDF로 저장하세요"
    hint_english = "save it as HWPX or PDF"


class NeedsOcrError(InputError):
    """A scan: pages without a text layer, and no text recognition here."""

    code = "E1010"
    korean = "글자가 없는 스캔 문서입니다"
    english = "The document is a scan without text"
    hint_korean = "make system 과 pip install 'bogoseo[ocr]' 로 문자 인식을 설치하세요"
    hint_english = "install text recognition with make system and pip install 'bogoseo[ocr]'"


class LimitError(InputError):
    """Reading would take more time, memory or nesting than is allowed."""

    code = "E1011"
    korean = "처리 한도를 넘었습니다"
    english = "A processing limit was exceeded"
    hint_korean = "파일이 정상인지 확인하세요"
    hint_english = "check that the file is sound"


class UnexpectedError(InputError):
    """A fault of ours that one input brought out."""

    code = "E1012"
    korean = "읽는 중에 예상하지 못한 문제가 생겼습니다"
    english = "Reading failed in an unexpected way"
    hint_korean = "-v 로 실행한 기록과 함께 알려 주세요"
    hint_english = "please report it with what -v shows"


class TimeLimitError(InputError):
    """Reading took more time than a document may have, and was ended."""

    code = "E1013"
    korean = "읽는 시간이 한도를 넘었습니다"
    english = "Reading took longer than the limit"
    hint_korean = "--timeout 으로 한도를 올리고 --retry-failed 로 다시 하세요"
    hint_english = "raise --timeout and run again with --retry-failed"


class MemoryLimitError(InputError):
    """Reading asked for more memory than a document may have."""

    code = "E1014"
    korean = "메모리 한도를 넘었습니다"
    english = "Reading needs more memory than the limit"
    hint_korean = "--memory 로 한도를 올리고 --retry-failed 로 다시 하세요"
    hint_english = "raise --memory and run again with --retry-failed"


class CrashedError(InputError):
    """The process that read the document died, also when it had nothing else to do."""

    code = "E1015"
    korean = "읽던 프로세스가 죽었습니다"
    english = "The process that read it died"
    hint_korean = "파일이 정상인지 확인하고, 정상이면 알려 주세요"
    hint_english = "check that the file is sound; if so, please report it"


class OutputError(BogoseoError):
    """Nothing could be written; what was there is left as it was."""

    code = "E2001"
    exit_code = ExitCode.OUTPUT
    korean = "결과를 쓸 수 없습니다"
    english = "The output can't be written"
    hint_korean = "폴더의 권한과 남은 공간을 확인하세요"
    hint_english = "check the folder's permissions and free space"


class BusyError(OutputError):
    """Another run is writing into the same folder."""

    code = "E2002"
    exit_code = ExitCode.BUSY
    korean = "다른 실행이 같은 폴더에 쓰고 있습니다"
    english = "Another run is writing into the same folder"
    hint_korean = "끝난 뒤에 다시 하거나 다른 폴더를 지정하세요"
    hint_english = "wait for it to end, or name another folder"


class LoadError(OutputError):
    """The results are not whole, or the database refuses them; it is as it was before."""

    code = "E2003"
    korean = "데이터베이스에 넣지 못했습니다"
    english = "The database could not be loaded"
    hint_korean = "들어간 것은 없습니다. 까닭을 고치고 다시 하세요"
    hint_english = "nothing was changed; mend the cause and run it again"


class FaultError(BogoseoError):
    """A fault of ours that ended the command, not only the reading of one input."""

    code = "E9999"
    exit_code = ExitCode.FAULT
    korean = "예상하지 못한 문제가 생겼습니다"
    english = "Something unexpected went wrong"
    hint_korean = "-v 로 실행한 기록과 함께 알려 주세요"
    hint_english = "please report it with what -v shows"
