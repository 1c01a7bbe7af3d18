### Documents that are sent along.

documents-choose = Dewiswch ffeiliau
documents-largest = Gall pob un fod hyd at { $megabytes } MB.
documents-attach = Atodi
documents-attached =
    { $count ->
        [one] Mae 1 ddogfen wedi’i hatodi
       *[other] Mae { $count } o ddogfennau wedi’u hatodi
    }
documents-remove = Tynnu
documents-infected = { $count ->
        [one] Cawsom hyd i firws yn { $names }, felly ni fydd neb yn ei hagor. Tynnwch hi, ac anfonwch gopi glân os gallwch.
       *[other] Cawsom hyd i firws ym mhob un o { $names }, felly ni fydd neb yn eu hagor. Tynnwch nhw, ac anfonwch gopïau glân os gallwch.
    }
document-about = ({ $kind }, { $size })
file-kind-pdf = PDF
file-kind-docx = Word
file-kind-odt = OpenDocument
file-kind-rtf = testun cyfoethog
file-kind-text = testun
file-kind-picture = llun
file-kind-sound = sain
size-bytes = { $count } beit
size-kilobytes = { $count } KB
size-megabytes = { $count } MB
rule-documents =
    { $most ->
        [one] Gallwch atodi 1 ddogfen:
       *[other] Gallwch atodi hyd at { $most } o ddogfennau:
    } PDF, Word (.docx), OpenDocument (.odt), testun cyfoethog (.rtf), testun plaen, neu luniau (PNG, JPEG).

error-answer-documents-missing = Atodwch ddogfen
error-answer-documents-none = Dewiswch ffeil, yna pwyswch “Atodi”
error-file-empty = Mae “{ $name }” yn wag. Dewiswch ffeil â rhywbeth ynddi.
error-file-too-large = Mae “{ $name }” yn fwy na { $megabytes } MB. Gwnewch hi’n llai, neu anfonwch hi mewn rhannau.
error-file-too-many = Ni chafodd “{ $name }” ei hatodi: { $most } yw’r mwyaf. Tynnwch un yn gyntaf.
error-file-unknown = Mae “{ $name }” o fath na allwn ei dderbyn. Anfonwch hi fel PDF, Word (.docx), OpenDocument (.odt), testun cyfoethog, testun plaen, PNG neu JPEG.
error-file-active = Mae rhywbeth yn “{ $name }” a fyddai’n rhedeg wrth ei hagor. Cadwch hi fel PDF plaen ac anfonwch hwnnw.
error-file-wrong-ending = Nid yw enw “{ $name }” yn cyd-fynd â’r hyn sydd ynddi. Cadwch hi eto fel y math cywir, ac anfonwch honno.
error-file-macros = Mae macros neu raglenni yn “{ $name }”. Cadwch hi hebddynt, fel .docx, .odt neu PDF.
error-file-locked = Mae “{ $name }” wedi’i chloi â chyfrinair. Anfonwch gopi sy’n agor heb un.
error-file-broken = Ni ellir darllen “{ $name }”: mae wedi’i difrodi, neu nid dyna beth mae ei henw yn ei ddweud. Cadwch hi eto ac anfonwch honno.
error-file-bomb = Mae “{ $name }” yn dadbacio i lawer mwy na’i maint. Cadwch hi eto ac anfonwch honno.
error-file-escaping = Mae “{ $name }” yn enwi ffeiliau y tu allan iddi. Cadwch hi eto ac anfonwch honno.
error-file-spreadsheet = Taenlen yw “{ $name }”. Anfonwch hi fel PDF, neu fel testun plaen (.csv).
error-file-slides = Mae sleidiau yn “{ $name }”. Anfonwch hi fel PDF.
error-file-old-word = Mae “{ $name }” mewn hen ffurf Office. Cadwch hi fel .docx neu PDF.
error-file-archive = Mae ffeiliau eraill yn “{ $name }”. Anfonwch y ffeiliau hynny eu hunain.
error-file-too-many-pages = Mae gormod o dudalennau yn “{ $name }”. Anfonwch hi mewn rhannau.
error-file-too-many-points = Llun â gormod o bwyntiau yw “{ $name }”. Gwnewch ef yn llai: mae 5,000 ar draws yn ddigon.
error-file-too-hard = Ni ellid darllen “{ $name }” mewn pryd. Cadwch hi eto yn symlach, fel PDF er enghraifft.
error-document-waiting = Mae’r ddogfen hon yn aros i gael ei sganio am firysau. Gellir ei hagor wedyn.
error-document-infected = Canfuwyd firws yn y ddogfen hon, felly ni all neb ei hagor.
