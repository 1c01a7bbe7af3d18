### Argymhellion, yr hyn y maent yn sefyll arno, a’r hyn a ddaeth ohonynt. Heb eu gwirio eto gan gyfieithydd.

register-title = Argymhellion
register-lead = Yr hyn a argymhellwyd, sut yr atebodd y llywodraeth, a’r hyn a wnaed. Mae pob un yn arwain i lawr at yr union eiriau y mae’n sefyll arnynt.
register-unverified = Dim ond lle mae rhywun wedi cymharu argymhelliad â’r adroddiad ei hun y dangosir ei rif swyddogol yma. Lle nad oes rhif, nid yw’r geiriad na’r lle yn yr adroddiad wedi eu cymharu.
register-theme = Thema
register-any-theme = Pob thema
register-reply = Ateb
register-any-reply = Pob ateb
register-option = { $name } ({ $count })
register-filter = Dangos
register-all = Dangos pob argymhelliad
register-count = { $total ->
        [zero] dim argymhellion
       *[other] { $shown } o { $total } argymhelliad
    }
register-none = Nid oes dim i’w ddangos yma.
register-progress = { $status }, nodwyd ar { $when }
source-line = Ffynhonnell: { $source }
recommendation = Argymhelliad
recommendation-number = Argymhelliad { $number }
finding = Canfyddiad
finding-number = Canfyddiad { $number }
finding-recommendations = Argymhellion sy’n sefyll arno
finding-no-recommendation = Nid oes argymhelliad yn sefyll arno eto.
published-findings = Canfyddiadau
published-findings-lead = Yr hyn y mae’r dystiolaeth yn ei ddweud, yng ngeiriau’r tîm a’i darllenodd. Mae pob canfyddiad yn arwain i lawr at yr union eiriau y mae’n sefyll arnynt.
published-findings-none = Nid oes canfyddiadau wedi eu cyhoeddi eto.
not-published = Heb ei gyhoeddi

reply-accepted = Derbyniwyd
reply-in-principle = Derbyniwyd mewn egwyddor
reply-partly = Derbyniwyd yn rhannol
reply-under-further-work = Gwaith pellach ar y gweill
reply-rejected = Gwrthodwyd
reply-no-clear-answer = Dim ateb clir
reply-none = Dim ateb eto
progress-not-started = Heb ddechrau
progress-some = Peth cynnydd
progress-done = Wedi ei wneud
progress-overtaken = Wedi ei oddiweddyd gan ddigwyddiadau

trace-unverified = Nid yw’r geiriad hwn na’i rif wedi eu cymharu â’r adroddiad y daw ohono.
trace-latest-reply = Ateb diweddaraf
trace-source = O ble y daw
trace-call = Galwad am dystiolaeth
trace-down = Ar beth y mae’n sefyll
trace-tally = Oddi tano mae { $excerpts ->
        [two] { $excerpts } ddyfyniad
       *[other] { $excerpts } dyfyniad
    } o { $responses } ymateb.
trace-tally-rest = Gallwch ddarllen { $shown } ohonynt yma. Cyfrir y gweddill: dewisodd y bobl a’u hysgrifennodd beidio â’u cyhoeddi, neu nid yw’r canfyddiad wedi ei gyhoeddi.
trace-tally-none = Nid oes dyfyniadau wedi eu cysylltu ag ef.
trace-words = Geiriau o ymateb
trace-up = Beth ddaeth ohono
trace-replies = Atebion y llywodraeth
trace-no-reply = Nid oes ateb eto. Nid yw hynny’n golygu ei fod wedi ei wrthod.
trace-progress = Cynnydd
trace-no-progress = Nid oes cynnydd wedi ei nodi eto.
trace-decisions = Penderfyniadau cynulliadau
trace-no-decision = Nid oes cynulliad wedi penderfynu arno eto.
trace-agenda = Ar agenda cynulliadau
findings-withheld = { $count ->
        [two] { $count } ganfyddiad heb eu cyhoeddi
        [few] { $count } chanfyddiad heb eu cyhoeddi
        [many] { $count } chanfyddiad heb eu cyhoeddi
       *[other] { $count } canfyddiad heb eu cyhoeddi
    }
recommendations-withheld = { $count } argymhelliad heb eu cyhoeddi

quote-source = { $who }, wrth ateb “{ $question }”
quote-paragraph = paragraff { $number }
quote-paragraphs = paragraffau { $first } i { $last }
quote-individual = Person
quote-on-behalf = Rhywun a atebodd dros berson arall
quote-organisation = Sefydliad
quote-themes = Themâu: { $themes }
quote-consent = A gaiff ei gyhoeddi? { $consent }
quote-changed = Mae’r ymatebydd wedi newid yr ateb hwn ers hynny.
quote-rest = { $words ->
        [two] Darllen ymlaen: { $words } air arall
       *[other] Darllen ymlaen: { $words } gair arall
    }
quote-withdrawn = { $count ->
        [two] { $count } ddyfyniad a dynnwyd yn ôl gan eu hymatebwyr
       *[other] { $count } dyfyniad a dynnwyd yn ôl gan ei ymatebydd
    }
quote-withheld = { $count ->
        [two] { $count } ddyfyniad arall na ellir eu dangos
       *[other] { $count } dyfyniad arall na ellir eu dangos
    }

journey-title = I ble’r aeth fy ngeiriau?
journey-lead = Mae eich derbynneb yn dangos i chi pa rai o’ch geiriau a ddefnyddiwyd, ym mha ganfyddiadau, a beth ddaeth ohonynt.
journey-reference = Eich cyfeirnod
journey-reference-hint = Er enghraifft, 7KXD-93QM
journey-code = Ôl bys
journey-code-hint = Y { $least } llythyren a rhif cyntaf o’r ôl bys ar eich derbynneb, neu’r cyfan ohono
journey-show = Dangoswch i mi
journey-reading = Darllen
journey-read = Wedi ei ddarllen gan y tîm
journey-not-read = Heb ei nodi fel un a ddarllenwyd eto
journey-intact = Mae’r hyn a gadwn yn ei roi o hyd
journey-broken = Nid yw’r hyn a gadwn yn ei roi mwyach
journey-broken-text = Newidiwyd rhywbeth a anfonoch ar ôl i chi ei anfon. Ysgrifennwch at y cyswllt ar dudalen yr alwad, a chadwch eich derbynneb.
journey-none = Nid oes dim yn sefyll ar eich geiriau eto. Mae’r tîm yn darllen pob ymateb, a gall mwy ddilyn pan fydd yn cyhoeddi ei ganfyddiadau.
journey-words = Geiriau { $number } o { $of }
journey-withdrawn = Tynnoch yr ymateb hwn yn ôl am { $when }. Nid oes neb yn ei ddarllen mwyach.
journey-earlier = Mae eich derbynneb yn perthyn i fersiwn { $number } o { $of } o’r ymateb hwn.
journey-earlier-sent = Fe’i hanfonwyd am { $when }.
journey-earlier-intact = Rydym yn cadw’r fersiwn honno fel yr anfonoch hi.
journey-earlier-now = Newidiwyd yr ymateb yn ddiweddarach. Mae’r hyn a welwch yma’n perthyn i’r fersiwn sy’n cyfrif yn awr, ac i eiriau o rai cynharach a ddyfynnir o hyd.
receipt-journey = I ble’r aeth fy ngeiriau?
receipt-journey-text = Gwelwch pa rai o’ch geiriau a ddefnyddiwyd, a beth ddaeth ohonynt. Gallwch wneud hynny’n ddiweddarach hefyd, gyda’ch cyfeirnod a dechrau’r ôl bys.

error-receipt-reference = Rhowch y cyfeirnod sydd ar eich derbynneb, er enghraifft 7KXD-93QM
error-receipt-code = Rhowch o leiaf y 12 llythyren a rhif cyntaf o’r cod ar eich derbynneb
error-receipt-withdrawn = Tynnoch yr ymateb hwn yn ôl. Nid oes neb yn ei ddarllen mwyach.
error-receipt-waits = Mae’r ymateb hwn gennym. Bydd rhywun o’r tîm adolygu yn edrych arno cyn iddo ymuno â’r lleill. Dewch yn ôl yn nes ymlaen.
error-receipt-unknown = Nid yw’r cyfeirnod a’r cod yn perthyn i’w gilydd. Gwiriwch y ddau a rhowch gynnig arall arni.
