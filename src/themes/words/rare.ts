// Words that can make somebody recognisable, and names many people have: lists for the check of a summary, in Danish.
const words = (text: string): readonly string[] => text.trim().split(/\s+/)

/** Illnesses and treatments; matched as beginnings of words. */
export const diagnoses = words(
  `skizofren bipolar psykose psykotisk adhd autis asperger tourette ptsd borderline anoreksi bulimi ocd depression depressiv angst demens
  alzheimer parkinson sclerose sklerose epileps kræft leukæmi lymfom tumor diabet hiv hepatit tuberkulos astma cystisk dialyse
  transplant lammelse lammet rygmarv hjerneskad hjerneblød blodprop amputer blind døv handicap udviklingshæm downs cerebral
  metadon heroin kokain amfetamin substitution abstinens afrusning alkoholis selvskad selvmord elektrochok abort kørestol rollator førerhund høreapparat stoma`,
)
/** What a family can be that few are. */
export const families = words(
  `tvilling trilling adopt plejebarn plejebørn plejefamil plejemor plejefar plejeforæld plejesøn plejedatter anbragt enken
  enkemand gravid højgravid kejsersnit fødte barselsorlov skilsmiss samvær forældremynd tvangsfjern stedfar stedmor bonusbarn kusine fætter svigermor svigerfar oldemor oldefar eneforsørger forældreløs`,
)
/** What happens to few, and is remembered or stood in the paper. */
export const events = words(
  `voldtægt voldtag overfald drab dræbt knivstuk skudt brand ildebrand ulykke trafikulyk fængs arrest varetægt dømt retssag politianmeld
  tvangsindlæg tvangsauktion udsættelse asyl udvis konkurs fyret afskedig sigtet indbrud menneskehandl omskær konfirmation begravet begravelse lotto avis fjernsyn dokumentar`,
)
/** Trades and offices few people have in one town. */
export const trades = words(
  `præst imam læge tandlæge dyrlæge politibetjent betjent brandmand dommer advokat borgmester byrådsmedlem kommunalbestyrelsesmedlem skoleleder
  viceinspektør rektor direktør buschauffør pilot jordemoder skuespiller forfatter journalist fodboldtræner træner organist kordegn bager
  slagter frisør guldsmed urmager skomager skrædder`,
)
/** Lands, peoples, languages and faiths; matched as beginnings of words. */
export const origins = words(
  `syri syrer irak iran afghan somali eritre etiop libano libanes palæstin tyrki tyrk kurd pakista indien indisk bangla tamil vietnam
  thailand thailænd filippin kines kina japan korea marok algeri tunes egypt sudan congo ghana nigeria uganda rwanda burundi gambia polsk polen polak
  rumæn bulgar ungar ukrain russ hviderus litau lettisk letland estisk estland serb bosni kroat kosov alban makedon græsk grækenl
  italien spani spansk portug brasil chile colomb venezuel grønl færø island norsk nordmand svensk svensker finsk tysk tysker romaer
  arabisk urdu persisk farsi dari pashto tigrinya swahili muslim islam kristen jødisk jøde hindu buddhist sikh jehova katolik`,
)
/** First names to be found also where a sentence begins. */
export const firstNames = words(
  `Aase Abdi Abdul Adam Ahmad Ahmed Aisha Aksel Albert Alberte Alex Alexander Alfred Ali Alice Alma Amal Amalie Amina Amir Amira Anders Andreas Ane
  Anette Anita Anja Ann Anna Anne Annette Anni Anton Arne Arthur August Aya Ayse Ayşe Bent Bente Benjamin Bilal Birgit Birgitte Birthe Bjarne Bodil
  Brian Britta Camilla Carina Carl Carsten Casper Cecilie Charlotte Christian Christina Christine Claus Clara Connie Dagmar Daniel David Dennis
  Ditte Dorte Dorthe Ebba Egon Elin Elisabeth Ella Ellen Else Emil Emilie Emine Emma Erik Erling Esther Eva Fatima Fatma Felix Filip Finn
  Flemming Frederik Freja Frida Frode Gerda Gitte Grethe Gustav Hamza Hanne Hans Hassan Heidi Helge Helle Henning Henrik Henriette Hussein Ibrahim
  Ida Inga Inge Inger Ingrid Isabella Ismail Jacob Jakob Jan Jane Janne Jens Jeppe Jesper Jette Johan Johanne Johannes John Jonas Josefine Julie Jytte
  Jørgen Karen Karin Karina Karl Kaj Kasper Katrine Keld Kenneth Khadija Khaled Kim Kirsten Kirstine Kjeld Klaus Knud Kristian Kristina Kristoffer
  Kurt Laila Lars Lasse Laura Laurits Layla Leif Lena Lene Leyla Lillian Linda Line Lis Lisa Lisbeth Liselotte Liv Lone Lotte Louise Lucas Lukas Luna
  Magnus Mahmoud Maja Malene Malik Malthe Mads Marcus Margit Margrethe Maria Mariam Marianne Marie Mark Markus Marlene Martha Martin Maryam Mathias
  Mathilde Mehmet Merete Merve Mette Michael Mikael Mike Mikkel Mille Mogens Mohamad Mohamed Mohammad Mohammed Mona Morten Mustafa Naja Nanna Natasha
  Nicolai Nicklas Niels Nikolaj Nina Noah Nora Ole Oliver Olga Omar Orhan Oscar Oskar Osman Otto Palle Per Pernille Peter Philip Pia Poul Preben Rasmus
  Rebecca Rikke Rita Robert Rosa Ruth Saad Said Sally Samir Sanne Sara Sarah Sebastian Selma Signe Simon Sine Sofie Sofia Solveig Sonja Stefan Steen
  Sten Stig Storm Susanne Svend Søren Tanja Theis Theodor Thomas Thor Thorkild Tim Tina Tobias Tom Tommy Tove Trine Troels Tuva Ulla Ulrik Vagn Valdemar
  Verner Vibeke Victor Vilhelm Viggo Villads Vivi William Winnie Yasmin Yusuf Zahra Zainab Zeynep Åge Åse`,
)
/** Names that in small letters are other words. */
export const alsoWords = words(
  `ali alma ane anders august else freja hans helle inge ingen jan kaj karl kim line lis liv lone luna mark mads mille mona naja ole otto palle per rosa ruth said selma sine sten steen stig storm svend thor tim tom tommy vagn`,
)
/** Words people write large without meaning a name by it. */
export const ordinary = words(
  `alle andre beboere borgere børn den der det die efter ellers enten far flere folk forældre før gang gud han hende her hjælp hun hvad hver hvis hvor hvordan hvorfor ham igen ikke ingen jeg jer kan kommune kommunen kunne kvinder lige man mange med meget men mennesker mens mig min mine mit mor mænd noget nogen nogle når også personer rådet selv sin skal som tak unge ved vi vil været ældre år`,
)
