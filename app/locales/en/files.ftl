### Documents that are sent along.

documents-choose = Choose files
documents-largest = Each can be up to { $megabytes } MB.
documents-attach = Attach
documents-attached =
    { $count ->
        [one] 1 document is attached
       *[other] { $count } documents are attached
    }
documents-remove = Remove
documents-infected = { $count ->
        [one] We found a virus in { $names }, so nobody will open it. Remove it, and send a clean copy if you can.
       *[other] We found a virus in each of { $names }, so nobody will open them. Remove them, and send clean copies if you can.
    }
document-about = ({ $kind }, { $size })
file-kind-pdf = PDF
file-kind-docx = Word
file-kind-odt = OpenDocument
file-kind-rtf = rich text
file-kind-text = text
file-kind-picture = picture
file-kind-sound = audio
size-bytes = { $count } bytes
size-kilobytes = { $count } KB
size-megabytes = { $count } MB
rule-documents =
    { $most ->
        [one] You can attach 1 document:
       *[other] You can attach up to { $most } documents:
    } PDF, Word (.docx), OpenDocument (.odt), rich text (.rtf), plain text, or pictures (PNG, JPEG).

error-answer-documents-missing = Attach a document
error-answer-documents-none = Choose a file, then press “Attach”
error-file-empty = “{ $name }” is empty. Choose a file with something in it.
error-file-too-large = “{ $name }” is larger than { $megabytes } MB. Make it smaller, or send it in parts.
error-file-too-many = “{ $name }” was not attached: { $most } is the most. Remove one first.
error-file-unknown = “{ $name }” is of a kind that we cannot take. Send it as PDF, Word (.docx), OpenDocument (.odt), rich text, plain text, PNG or JPEG.
error-file-active = “{ $name }” has something in it that would run when it is opened. Save it as a plain PDF and send that.
error-file-wrong-ending = The name of “{ $name }” does not fit what is in it. Save it again under the right kind, and send that.
error-file-macros = “{ $name }” has macros or programs in it. Save it without them, as .docx, .odt or PDF.
error-file-locked = “{ $name }” is locked with a password. Send a copy that opens without one.
error-file-broken = “{ $name }” cannot be read: it is damaged, or not what its name says. Save it again and send that.
error-file-bomb = “{ $name }” unpacks to far more than its size. Save it again and send that.
error-file-escaping = “{ $name }” names files outside itself. Save it again and send that.
error-file-spreadsheet = “{ $name }” is a spreadsheet. Send it as PDF, or as plain text (.csv).
error-file-slides = “{ $name }” has slides. Send it as PDF.
error-file-old-word = “{ $name }” is in an old form of Office. Save it as .docx or PDF.
error-file-archive = “{ $name }” has other files in it. Send those files themselves.
error-file-too-many-pages = “{ $name }” has too many pages. Send it in parts.
error-file-too-many-points = “{ $name }” is a picture with too many points. Make it smaller: 5,000 across is plenty.
error-file-too-hard = “{ $name }” could not be read in time. Save it again more simply, as PDF for example.
error-document-waiting = This document waits to be scanned for viruses. It can be opened once that is done.
error-document-infected = A virus was found in this document, so nobody can open it.
