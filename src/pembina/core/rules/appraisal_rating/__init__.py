"""The rating of a person's performance: predicate, pattern, guidance, who is exempt and what is final."""

from pembina.core.rules.appraisal_rating.annual import (
    AnnualBasis,
    DepartingRater,
    OrganisationUsed,
    annual_basis,
    departing_rater,
    organisation_for_year,
)
from pembina.core.rules.appraisal_rating.certainty import Certainty
from pembina.core.rules.appraisal_rating.formula import (
    AllowedPredicates,
    DerivedPredicate,
    derived_predicate,
    predicates_after_drop_out,
)
from pembina.core.rules.appraisal_rating.guidance import (
    FeedbackTally,
    GuideLine,
    Outcome,
    RatingHint,
    behaviour_guidance,
    results_guidance,
    results_hint,
)
from pembina.core.rules.appraisal_rating.pattern import PatternAdvice, PatternRow, PatternState, pattern_advice
from pembina.core.rules.appraisal_rating.refusals import Refusal, UnusableRatingError
from pembina.core.rules.appraisal_rating.scales import (
    Cycle,
    Organisation,
    Predicate,
    PredicateStep,
    Rating,
    RatingStep,
    organisations,
    predicate_of_siasn,
    predicates,
    rating_of_siasn,
    ratings,
)
from pembina.core.rules.appraisal_rating.standing import (
    Evaluator,
    ExemptState,
    Finality,
    Government,
    PlanningDuty,
    Position,
    finality_of_result,
    planning_duty,
)
from pembina.core.rules.appraisal_rating.study import StudyGuidance, StudyLevel, study_guidance
from pembina.core.rules.appraisal_rating.values import CoreValue, Value, core_values
from pembina.core.rules.dated import NotInForceError

__all__ = [
    "AllowedPredicates",
    "AnnualBasis",
    "Certainty",
    "CoreValue",
    "Cycle",
    "DepartingRater",
    "DerivedPredicate",
    "Evaluator",
    "ExemptState",
    "FeedbackTally",
    "Finality",
    "Government",
    "GuideLine",
    "NotInForceError",
    "Organisation",
    "OrganisationUsed",
    "Outcome",
    "PatternAdvice",
    "PatternRow",
    "PatternState",
    "PlanningDuty",
    "Position",
    "Predicate",
    "PredicateStep",
    "Rating",
    "RatingHint",
    "RatingStep",
    "Refusal",
    "StudyGuidance",
    "StudyLevel",
    "UnusableRatingError",
    "Value",
    "annual_basis",
    "behaviour_guidance",
    "core_values",
    "departing_rater",
    "derived_predicate",
    "finality_of_result",
    "organisation_for_year",
    "organisations",
    "pattern_advice",
    "planning_duty",
    "predicate_of_siasn",
    "predicates",
    "predicates_after_drop_out",
    "rating_of_siasn",
    "ratings",
    "results_guidance",
    "results_hint",
    "study_guidance",
]
