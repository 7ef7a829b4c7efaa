"""What is looked at: every page, who looks at it, and what is done there first."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Visit:
    """One picture: who looks at which address, and what is done there first (a name of `steps.STEPS`)."""

    name: str
    path: str
    who: str | None = None
    step: str | None = None


VISITS = (
    Visit("front", "/"),
    Visit("materials", "/materials"),
    Visit("understood", "/materials?q=ყურძნის ჭაჭა"),
    Visit("understood-need", "/materials?q=animal feed"),
    Visit("understood-many", "/materials?q=ბურბუშელა"),
    Visit("understood-nothing", "/materials?q=xyzzy"),
    Visit("material", "/materials/grape-pomace"),
    Visit("material-open", "/materials/sawdust", step="unfold"),
    Visit("material-never", "/materials/asbestos-cement"),
    Visit("material-firm", "/materials/grape-pomace", "business"),
    Visit("use", "/uses/compost-feedstock"),
    Visit("sectors", "/sectors?q=ღვინო"),
    Visit("sector", "/sectors/1102"),
    Visit("sector-size", "/sectors/1102?grapes-t=500"),
    Visit("sector-wrong", "/sectors/1102?grapes-t=many"),
    Visit("sector-division", "/sectors/11"),
    Visit("places", "/places"),
    Visit("place", "/places/telavi"),
    Visit("place-region", "/places/kakheti"),
    Visit("how-it-works", "/how-it-works"),
    Visit("privacy", "/who-sees-what"),
    Visit("about", "/about"),
    Visit("register", "/register"),
    Visit("register-wrong", "/register", step="send_empty"),
    Visit("login", "/login"),
    Visit("login-wrong", "/login", step="wrong_login"),
    Visit("codes", "/codes?q=შეფუთვა"),
    Visit("error-404", "/nowhere"),
    Visit("listings", "/listings", "business"),
    Visit("listing", "first:/listings", "business"),
    Visit("listing-edit", "edit:/listings", "business"),
    Visit("listing-new-output", "/listings/new?side=output", "business", "unfold"),
    Visit("listing-new-material", "/listings/new?side=output&material=grape-pomace", "business"),
    Visit("listing-new-need", "/listings/new?side=need", "business"),
    Visit("listing-codes", "/listings/new?side=output", "business", "type_code"),
    Visit("listing-suggested", "/listings/new?side=output", "business", "take_suggestion"),
    Visit("listing-wrong", "/listings/new?side=output", "business", "wrong_listing"),
    Visit("matches", "/matches", "business"),
    Visit("matches-open", "/matches", "business", "unfold_first"),
    Visit("match", "first:/matches", "business"),
    Visit("exchanges", "/exchanges", "business"),
    Visit("exchange", "first:/exchanges", "business"),
    Visit("firm", "/firm", "business"),
    Visit("firm-open", "/firm", "business", "unfold"),
    Visit("opt-outs", "/firm/opt-outs", "business"),
    Visit("opt-outs-wrong", "/firm/opt-outs", "business", "send_empty_form"),
    Visit("site", "/firm/sites/new", "business"),
    Visit("firm-processes", "/firm", "processor"),
    Visit("process", "first:/firm#processes", "processor"),
    Visit("account", "/account", "business"),
    Visit("empty-listings", "/listings", "new"),
    Visit("empty-matches", "/matches", "new"),
    Visit("empty-exchanges", "/exchanges", "new"),
    Visit("error-403", "/desk", "business"),
    Visit("desk", "/desk", "coordinator"),
    Visit("desk-firm", "first:/desk", "coordinator"),
    Visit("desk-matches", "/desk/matches", "coordinator"),
    Visit("desk-match", "first:/desk/matches", "coordinator"),
    Visit("desk-chains", "/desk/chains", "coordinator"),
    Visit("desk-chains-open", "/desk/chains", "coordinator", "unfold"),
    Visit("desk-chains-wrong", "/desk/chains", "coordinator", "no_without_a_reason"),
    Visit("desk-chain-match", "first:/desk/chains", "coordinator"),
    Visit("desk-log", "/desk/log", "coordinator"),
    Visit("desk-opt-outs", "/desk/opt-outs", "coordinator"),
    Visit("synonyms", "/desk/synonyms", "coordinator"),
    Visit("set-code", "first:/desk#to-classify", "coordinator"),
    Visit("set-code-wrong", "first:/desk#to-classify", "coordinator", "send_empty_form"),
    Visit("desk-exchange", "first:/exchanges", "coordinator"),
    Visit("atlas", "/atlas", "planner"),
    Visit("gaps", "/gaps", "planner", "unfold"),
    Visit("gaps-named", "/gaps", "coordinator", "unfold"),
    Visit("users", "/users", "administrator"),
    Visit("user-new", "/users/new", "administrator"),
    Visit("rules", "/desk/rules", "administrator"),
    Visit("rule", "/desk/rules/ge-pcb-oil", "administrator"),
    Visit("weights", "/desk/weights", "administrator"),
    Visit("password", "/account/password", "first-login"),
)
FIRST_LINK = {
    "/listings": "main article h2 a",
    "/matches": "main article h3 a",
    "/exchanges": "main article h2 a",
    "/firm#processes": "#processes a[href*='/firm/processes/']",
    "/desk": "main article h3 a",
    "/desk#to-classify": "main a[href$='/code']",
    "/desk/matches": "main article h2 a",
    "/desk/chains": "main article h3 a",
}
