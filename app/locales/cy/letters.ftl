### Llythyrau y mae'r rhaglen yn eu hanfon, a'r dudalen i'w hatal.

letter-from = Anfonwyd gan Folkmoot,
letter-stop = I beidio â chael rhagor o'r llythyrau hyn, agorwch
letter-private = [dolen breifat, a ddangosir i'r sawl sy'n cael y llythyr yn unig]

letter-test-subject = Llythyr prawf gan Folkmoot
letter-test-body =
    Mae'r llythyr hwn yn dangos bod Folkmoot yn { $site } yn gallu anfon llythyrau.

    Gofynnodd aelod o'r tîm amdano. Nid oes angen i chi wneud dim.

letter-team-invitation-subject = Rydych chi'n cael gwahoddiad i'r tîm adolygu
letter-team-invitation-body =
    Helô { $name },

    Rydych chi'n cael gwahoddiad i weithio gyda'r tîm adolygu yn { $site }.

    Agorwch y ddolen breifat hon i ddewis sut i fewngofnodi:
    { $link }

    Mae'r ddolen yn gweithio unwaith, tan { $until }. I chi yn unig y mae: peidiwch ag anfon y llythyr hwn ymlaen. Os nad oeddech chi'n ei ddisgwyl, gallwch ei anwybyddu.

letter-glass-broken-subject = Gwelodd rhywun pwy ysgrifennodd ymateb
letter-glass-broken-body =
    Gwelodd { $who } pwy ysgrifennodd ymateb { $reference } i ‘{ $call }’ yn { $site }.

    Y rheswm a roddwyd: { $reason }

    Maent yn ei weld am awr. Mae yn y cofnod archwilio. Os ydych yn meddwl bod hyn yn anghywir, siaradwch â nhw.

letter-sample-name = Ann Enghraifft
letter-sample-reference = 7KXD-93QM
letter-sample-call = Cartref ac ysbyty
letter-sample-reason = Gall rhywun fod mewn perygl.

stop-title = Atal y llythyrau hyn?
stop-following = Rydych chi'n cael llythyrau am yr hyn rydych chi'n ei ddilyn: galwadau am dystiolaeth, argymhellion, sefydliadau neu gynulliadau.
stop-invitations = Rydych chi'n cael gwahoddiadau i ateb galwadau am dystiolaeth, a nodiadau atgoffa.
stop-tests = Gofynnodd aelod o'r tîm am anfon llythyrau atoch i ddangos a yw llythyrau'n cyrraedd.
stop-button = Atal y llythyrau
stop-done-title = Ni chewch ragor o'r llythyrau hyn
stop-done = Mae wedi'i wneud. Gall un sydd eisoes ar ei ffordd gyrraedd o hyd.
stop-go-on = Anfonwch nhw ataf eto
