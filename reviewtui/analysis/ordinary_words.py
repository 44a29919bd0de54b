"""Words that mean something else than what a search takes them for, so that what is found is mostly what was meant."""

_HOW_IT_IS = """
absent active auth authentication basic bearer blank broken bucket buckets cached change changed changes cookie
cookies copied correct cycled default denied disabled empty enabled exists expired expires expiry failed false fixed
found gone good hash hashed hashes header headers hidden http https incorrect invalid issued known leaked limit limits
login lost managed manager missing needed never none null okay optional other pending policy present prompt protected
refresh refreshed rejected removed renewed request requests required reset restored revoked rotated rotation same
service services shared stale store stored timeout true undefined unknown unset unused updated valid vault wrong
"""
_NAMES_TOO = """
able ace ada al ally amber an angel apollo apple april archer argo aria arrow art ash aspen athena atlas august aurora
autumn baker banks bass bay bell best bill bird bishop black blanche bliss bloom blue bo bolt bond book booth branch
brand brandy bridge brook brooks brown buck bud burns bush butler can candy care carpenter carter case cash cat cedar
chance chapel charity chase chef cherry chip christian church clark clay cliff close cloud coal cole colt consul cook
cooper coral corner cotton cox crane crew cricket cross crystal cypress daisy dale darwin dash dawn day dean delta
denim dick do dollar dot dove drew duke dusty earl early east echo eden edge elder elm ember england eve ever faith
falcon fall farmer fast faye fern field fields fisher flint flower forest forge foster fox france frank freedom french
frost gale gallant garden garland garner gates gay gene general genesis gentle ginger glen glory gold golden good
grace grant grave gray green grey grove guy hale hall hand harbor hardy harmony hart harvest haven hawk hay hazel head
heath heather heaven helm hill holiday holly honey hood hook hope horn house hunt hunter ice in india iris ivory ivy
jack jackson jade jaeger jasmine jay jean jenkins jewel jo job jordan joy judge july june justice kafka kale karma kay
keen key king kit knight lake lamb land lane lark lavender law leaf lee legend liberty light lily link lock london
long love low loyal luck lucky mace major man maple march marina mark marsh mason master max may mead meadow mercury
mercy merit merry miles mill miller mint misty moment monk moon moor moore moss mountain my neat new nice nick noble
nomad noon norm north oak oasis ocean old olive opal pace page paris park parker parks pat patch patience peace peak
pearl pen penny pepper phoenix pierce pike piper poe poet pool pop poppy porter post potter power powers precious
pretty price pride prince princess proctor puck puppet quest quick quill rain rainbow ray read reading red reed reef
rich ridge rip river rivers rob robin rocket rocky rod roman root rose rough row royal ruby rue rune rush rust rusty
rye sage sailor saint salt sand sandy saturn savage scout season see serene shade sharp shaw shell sherry shield shore
short sierra silver singer sky small smart smith snow so sol song south spring star steel sterling stern still stock
stone storm story strange street strong sue summer summers sun sunny sweet swift tab tad taylor teal temple ten thorn
tiger timber tin topaz tower town trace treasure trinity trip true tucker turner vale van vance venus victor victory
violet virginia wade walker wall ward ware warren water waters watt way weaver wells west wheeler white will winter
winters wise wolf won wood woods wren wright yard york young zen
"""
_DUTIES = """
administrator agent analyst analysts anonymous call caller client clients colleague consumer customer customers dba
delivery dev developer developers devops director duty engineer engineering engineers expert facilitator from guest
head incident intern lead leader manager member network nobody note observer on oncall operations operator operators
ops owner partner people person platform product project proxy representative responder responders second security
senior service services shift site somebody someone specialist sre staff support supporter system systems taker team
teams tech technical tester the user users vendor volunteer witness
"""
_IN_NAMES = "af al bin da dal de del della den der di do dos du el la las le los st ten ter van vom von zu zum zur"

SAYS_HOW_IT_IS = frozenset(_HOW_IT_IS.split())
"""What stands behind `token:` or `password:` where no token or password does."""
NAMES_THAT_ARE_WORDS = frozenset(_NAMES_TOO.split())
"""Names that are words, tools or places as well, in lower case."""
DUTIES = frozenset(_DUTIES.split())
"""Words by which a person may be entered instead of by name."""
PARTS_OF_NAMES = frozenset((*_IN_NAMES.split(), "dr", "mr", "mrs", "ms", "mx", "prof", "jr", "sr"))
"""What stands in names and names nobody."""
