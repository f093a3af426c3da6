package graph

// The sums of evidence from which two nodes are joined. Every weight below is
// on this scale: joinAcross is reached by the same day, place and kind, or by
// two of them with like words or figures.
const (
	joinWithin = 2.5
	joinAcross = 3.5
	rivalGap   = 1.0 // a join that leans on missing data must beat every rival by this
	oneStory   = 5.5 // the mean evidence from which two groups of documents tell one story, whatever day they give
	sureStory  = 7.0 // the mean from which the days and places of an act, which texts misread, keep no story apart
	storyGap   = 0.3 // the same between groups of documents, whose mean is surer than one pair
)

// weights of evidence; each is named in Explain by its own name.
const (
	sameDay        = 2.0
	sameDaySpoken  = 1.2
	sameDayWithin  = 0.8
	dayOff         = -0.5
	dayOffNotes    = -1.5
	daysOff        = -4.0
	monthsOff      = -5.0
	dayOffWithin   = -3.0
	samePeriod     = 1.2
	nestedPeriod   = 0.8
	withinPeriod   = 0.4
	dayAndSpan     = -0.5
	publishedNear  = 1.2
	publishedFar   = -1.0
	weeksApart     = -2.5
	sameSite       = 2.2
	nearSite       = 1.0
	sameRegion     = 0.8
	sameCountry    = 0.3
	siteAndRegion  = -0.7
	otherSite      = -1.0
	otherSiteNotes = -2.5 // what a note of one sentence states is seldom misread
	unknownSite    = -0.4
	unknownNotes   = -0.7
	sameKind       = 1.0
	sameVague      = 0.6
	rareKind       = 0.8
	alikeKind      = 0.3
	bigFigure      = 2.0
	midFigure      = 1.2
	smallFigure    = 0.4
	closeFigure    = -0.5
	otherFigure    = -2.0
	likeWords      = 4.5
	likeWithin     = 1.5
	unlikeWords    = -1.2
	sameStory      = 3.0
	leadEvents     = 1.0
	storySlope     = 35.0
	mostStory      = 8.0
	twoKinds       = -1.2
	otherKinds     = -0.6
	otherStory     = -0.5
	sameNames      = 0.3 // the share of rare names in common from which two texts tell of the same people
	rareNames      = 1.5
	sameDeed       = 1.5
	otherDeed      = -2.0
	sameActor      = 0.5
	sameTarget     = 0.4
	sameSpeaker    = 1.8
	otherActors    = -1.5
	otherPersons   = -4.0
	otherSpeaker   = -1.5
	otherSpeakers  = -5.0 // of two texts
	unknownSpeaker = -2.0
	copiedWords    = 3.0
	sameDocument   = 0.8
	sameTrigger    = 0.5
	nearby         = 0.5
	refersBack     = 1.7
	itsEffect      = 1.0
	effectNext     = 1.2
	oneSentence    = -1.0
	spanStarts     = 0.8
	unanchored     = -1.5
	background     = -2.0
	otherEra       = -6.0
)

// The cosines of two documents' signatures between which they come to tell one
// story. Of 663 news stories of 56 incidents two of one incident have 0.3 on
// average, two of incidents that are easily confused 0.12, others under 0.05.
const (
	storyFrom = 0.1
	storyLead = 0.1
	storyFull = 0.35
)

// effectBytes is how far behind a happening a text may tell what it caused
// without naming it again: two or three sentences.
const effectBytes = 400

// nearBytes is how far behind a happening a report without a date and a place
// may still be of it.
const nearBytes = 1200

// backgroundDays is how long before a text's own day something has happened
// that the text tells as background.
const backgroundDays = 60
