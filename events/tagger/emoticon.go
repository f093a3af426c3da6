package tagger

import "strings"

// emoticons are the faces, and what a keyboard makes of them, that count as symbols.
var emoticons = func() map[string]bool {
	m := map[string]bool{}
	for _, e := range strings.Fields(`
		:( :(( :((( :() :))) :-) :-)) :-))) :-* :-/ :-X :-] :-o :-p :-x :-| :-} :0 :3 :P :] :o :o) :` + "`( :`) :`-(" + `
		8-) 8-D 8D =( =) =D =| (: (= (o: (-8 (-; [-: xD xDD XDD
		-__- ^___^ @_@ o_o o_O O_o o_0 O.o v_v V_V (-_-) (._.) (¬_¬) (ಠ_ಠ) ¯\(ツ)/¯ (╯°□°）╯︵┻━┻
	`) {
		m[e] = true
	}
	return m
}()

// longestEmoticon is their longest, in bytes.
const longestEmoticon = 36
