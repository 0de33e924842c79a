{{- /* What all objects are called: the release, and the chart where the release does not name it. At most 53 characters, so that
hashes of pods fit behind. */ -}}
{{- define "gateway.name" -}}
{{- $chart := default .Chart.Name .Values.nameOverride -}}
{{- if .Values.fullnameOverride -}}
{{- .Values.fullnameOverride | trunc 53 | trimSuffix "-" -}}
{{- else if contains $chart .Release.Name -}}
{{- .Release.Name | trunc 53 | trimSuffix "-" -}}
{{- else -}}
{{- printf "%s-%s" .Release.Name $chart | trunc 53 | trimSuffix "-" -}}
{{- end -}}
{{- end -}}

{{- /* What never changes, by which pods are found. */ -}}
{{- define "gateway.selector" -}}
app.kubernetes.io/name: {{ default .Chart.Name .Values.nameOverride }}
app.kubernetes.io/instance: {{ .Release.Name }}
app.kubernetes.io/component: gateway
{{- end -}}

{{- define "gateway.labels" -}}
{{ include "gateway.selector" . }}
app.kubernetes.io/part-of: {{ .Release.Name }}
app.kubernetes.io/version: {{ .Chart.AppVersion | quote }}
app.kubernetes.io/managed-by: {{ .Release.Service }}
helm.sh/chart: {{ printf "%s-%s" .Chart.Name .Chart.Version | replace "+" "_" }}
{{- with .Values.commonLabels }}
{{ toYaml . }}
{{- end }}
{{- end -}}

{{- define "gateway.metadata" -}}
name: {{ include "gateway.name" . }}
namespace: {{ .Release.Namespace }}
labels:
  {{- include "gateway.labels" . | nindent 2 }}
{{- end -}}

{{- define "gateway.account" -}}
{{- if .Values.serviceAccount.create -}}
{{- default (include "gateway.name" .) .Values.serviceAccount.name -}}
{{- else -}}
{{- default "default" .Values.serviceAccount.name -}}
{{- end -}}
{{- end -}}

{{- define "gateway.image" -}}
{{- if .Values.image.digest -}}
{{- printf "%s@%s" .Values.image.repository .Values.image.digest -}}
{{- else -}}
{{- printf "%s:%s" .Values.image.repository (default .Chart.AppVersion .Values.image.tag) -}}
{{- end -}}
{{- end -}}

{{- /* The ConfigMap that has the supergraph; none where it is polled. */ -}}
{{- define "gateway.supergraph" -}}
{{- $set := list -}}
{{- range $name, $value := .Values.supergraph -}}
{{- if $value -}}
{{- $set = append $set $name -}}
{{- end -}}
{{- end -}}
{{- if ne (len $set) 1 -}}
{{- fail (printf "supergraph: set exactly one of inline, configMap and url; set are: %s" (default "none" (join ", " $set))) -}}
{{- end -}}
{{- if .Values.supergraph.inline -}}
{{- printf "%s-supergraph" (include "gateway.name" .) -}}
{{- else -}}
{{- .Values.supergraph.configMap -}}
{{- end -}}
{{- end -}}

{{/* Which paths clients get; those of tools are among them where there are tools. */}}
{{- define "gateway.paths" -}}
{{- $paths := .Values.paths -}}
{{- if .Values.tools.enabled -}}
{{- $paths = concat $paths (list
      (dict "path" "/mcp" "type" "Prefix")
      (dict "path" "/.well-known/oauth-protected-resource" "type" "Prefix")) -}}
{{- end -}}
{{- toYaml $paths -}}
{{- end -}}
