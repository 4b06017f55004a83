"""The manifest is a RayJob of `ray.io/v1`: names and types of its fields are those of the definition.

The names stand here as KubeRay 1.6 publishes them; only those that a manifest of ours could use.
"""

from pathlib import Path
from typing import Any

import jsonschema
import pytest
import yaml

from extract import engines

MANIFEST = Path(engines.__file__).with_name("kuberay-rayjob.yaml")

TEXT, WHOLE, TRUTH = {"type": "string"}, {"type": "integer", "minimum": 0}, {"type": "boolean"}
TEXTS = {"type": "object", "additionalProperties": TEXT}


def exactly(*required: str, **fields: object) -> dict[str, object]:
    return {
        "type": "object",
        "properties": fields,
        "required": list(required),
        "additionalProperties": False,
    }


def several(item: object) -> dict[str, object]:
    return {"type": "array", "items": item, "minItems": 1}


AMOUNTS = exactly(
    "cpu",
    "memory",
    cpu={"type": "string", "pattern": "^[0-9]+m?$"},
    memory={"type": "string", "pattern": "^[0-9]+(Mi|Gi)$"},
)
CONTAINER = exactly(
    "name",
    "image",
    name=TEXT,
    image=TEXT,
    env=several(exactly("name", name=TEXT, value=TEXT, valueFrom={"type": "object"})),
    envFrom=several({"type": "object"}),
    resources=exactly(requests=AMOUNTS, limits=AMOUNTS),
    volumeMounts=several(
        exactly("name", "mountPath", name=TEXT, mountPath=TEXT, readOnly=TRUTH, subPath=TEXT)
    ),
)
VOLUME = exactly(
    "name",
    name=TEXT,
    persistentVolumeClaim=exactly("claimName", claimName=TEXT, readOnly=TRUTH),
)
POD = exactly(
    "spec",
    metadata={"type": "object"},
    spec=exactly(
        "containers",
        containers=several(CONTAINER),
        volumes=several(VOLUME),
        terminationGracePeriodSeconds=WHOLE,
        restartPolicy={"enum": ["Always", "OnFailure", "Never"]},
    ),
)
GROUP = {"rayStartParams": TEXTS, "template": POD}
CLUSTER = exactly(
    "headGroupSpec",
    rayVersion=TEXT,
    enableInTreeAutoscaling=TRUTH,
    autoscalerOptions={"type": "object"},
    suspend=TRUTH,
    headGroupSpec=exactly("template", **GROUP),
    workerGroupSpecs=several(
        exactly(
            "groupName",
            "template",
            groupName=TEXT,
            replicas=WHOLE,
            minReplicas=WHOLE,
            maxReplicas=WHOLE,
            numOfHosts=WHOLE,
            **GROUP,
        )
    ),
)
RAY_JOB = exactly(
    "apiVersion",
    "kind",
    "metadata",
    "spec",
    apiVersion={"const": "ray.io/v1"},
    kind={"const": "RayJob"},
    metadata=exactly("name", name=TEXT, namespace=TEXT, labels=TEXTS),
    spec=exactly(
        "rayClusterSpec",
        entrypoint=TEXT,
        activeDeadlineSeconds=WHOLE,
        backoffLimit=WHOLE,
        entrypointNumCpus={"type": "number"},
        jobId=TEXT,
        metadata=TEXTS,
        rayClusterSpec=CLUSTER,
        runtimeEnvYAML=TEXT,
        shutdownAfterJobFinishes=TRUTH,
        submissionMode={"enum": ["K8sJobMode", "HTTPMode", "InteractiveMode", "SidecarMode"]},
        submitterPodTemplate=POD,
        suspend=TRUTH,
        ttlSecondsAfterFinished=WHOLE,
    ),
)


@pytest.fixture
def manifest() -> Any:
    return yaml.safe_load(MANIFEST.read_text(encoding="utf-8"))


def pods(manifest: Any) -> list[Any]:
    cluster = manifest["spec"]["rayClusterSpec"]
    groups = [cluster["headGroupSpec"], *cluster["workerGroupSpecs"]]
    return [group["template"]["spec"] for group in groups]


def test_every_field_is_one_of_a_ray_job(manifest: Any) -> None:
    jsonschema.Draft202012Validator.check_schema(RAY_JOB)
    jsonschema.validate(manifest, RAY_JOB)


@pytest.mark.parametrize("name", ["entryPoint", "rayCluster", "ttlSeconds"])
def test_a_field_that_is_none_would_be_noticed(manifest: Any, name: str) -> None:
    manifest["spec"][name] = "x"
    with pytest.raises(jsonschema.ValidationError, match=name):
        jsonschema.validate(manifest, RAY_JOB)


def test_a_cluster_is_taken_down_only_where_that_is_asked_for(manifest: Any) -> None:
    spec = manifest["spec"]
    assert spec["shutdownAfterJobFinishes"]  # else the operator refuses the two below
    assert spec["ttlSecondsAfterFinished"] > 0
    assert spec["backoffLimit"] > 0


def test_all_machines_see_the_same_volumes(manifest: Any) -> None:
    head, *others = pods(manifest)
    for pod in (head, *others):
        names = {each["name"] for each in pod["volumes"]}
        (container,) = pod["containers"]
        assert {each["name"] for each in container["volumeMounts"]} == names
        assert pod["volumes"] == head["volumes"]
        assert container["image"] == head["containers"][0]["image"]
    mounted = {each["mountPath"] for each in head["containers"][0]["volumeMounts"]}
    words = manifest["spec"]["entrypoint"].split()
    assert mounted == {words[2], words[words.index("--out") + 1]}


def test_a_worker_has_three_gibibytes_a_core(manifest: Any) -> None:
    for pod in pods(manifest)[1:]:
        limits = pod["containers"][0]["resources"]["limits"]
        assert int(limits["memory"].removesuffix("Gi")) >= 3 * int(limits["cpu"])
        assert pod["containers"][0]["resources"]["requests"] == limits


def test_no_document_is_read_on_the_head(manifest: Any) -> None:
    head = manifest["spec"]["rayClusterSpec"]["headGroupSpec"]
    assert head["rayStartParams"]["num-cpus"] == "0"
